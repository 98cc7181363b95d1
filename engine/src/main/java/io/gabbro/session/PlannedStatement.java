package io.gabbro.session;

import io.gabbro.plan.BoundStatement;
import io.gabbro.type.SqlType;
import java.util.List;

/**
 * A statement that is ready to run. Immutable, shared between sessions.
 *
 * @param sql the text
 * @param statement the bound and optimized statement
 * @param kind what an execution gives
 * @param columns the columns of the result
 * @param parameterTypes the types of the parameters
 * @param guessed whether the type of a parameter came from a hint or from no context
 * @param catalogVersion the version of the catalog that it was planned for
 */
record PlannedStatement(
    String sql,
    BoundStatement statement,
    PreparedPlan.Kind kind,
    List<ResultColumn> columns,
    List<SqlType> parameterTypes,
    List<Boolean> guessed,
    long catalogVersion) {}
