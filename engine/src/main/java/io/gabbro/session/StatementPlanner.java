package io.gabbro.session;

import io.gabbro.ast.Statement;
import io.gabbro.catalog.CatalogSnapshot;
import io.gabbro.optimizer.Optimizer;
import io.gabbro.parser.SqlParser;
import io.gabbro.plan.BoundStatement;
import io.gabbro.plan.binder.Binder;
import java.util.List;
import java.util.Optional;

/** From text to a statement that is ready to run: parser, binder, optimizer. Thread-safe. */
final class StatementPlanner {
  private final SharedDatabase database;
  private final Optimizer optimizer;

  StatementPlanner(SharedDatabase database) {
    this.database = database;
    optimizer = new Optimizer(database.functions());
  }

  /** Plans a statement for a state of the catalog, or finds it in the plan cache. */
  PlannedStatement plan(PlanCache.Key key, CatalogSnapshot catalog) {
    Optional<PlannedStatement> cached = database.plans().find(key, catalog.version());
    if (cached.isPresent()) {
      return cached.get();
    }
    Statement statement = SqlParser.parseStatement(key.sql());
    if (key.generatedKeys().isPresent()) {
      statement = GeneratedKeys.addReturning(statement, key.generatedKeys().get(), catalog);
    }
    PlannedStatement planned = plan(key, statement, catalog);
    database.plans().add(key, planned);
    return planned;
  }

  private PlannedStatement plan(PlanCache.Key key, Statement statement, CatalogSnapshot catalog) {
    BoundStatement.Bound bound =
        new Binder(catalog, database.functions()).bind(statement, key.hints());
    BoundStatement optimized = optimizer.optimize(bound.statement());
    List<ResultColumn> columns = ResultColumns.of(optimized);
    return new PlannedStatement(
        key.sql(),
        optimized,
        kind(optimized, columns),
        columns,
        bound.parameterTypes(),
        bound.guessed(),
        catalog.version());
  }

  private static PreparedPlan.Kind kind(BoundStatement statement, List<ResultColumn> columns) {
    if (!columns.isEmpty() || statement instanceof BoundStatement.Query) {
      return PreparedPlan.Kind.ROWS;
    }
    return statement instanceof BoundStatement.Utility
        ? PreparedPlan.Kind.NONE
        : PreparedPlan.Kind.COUNT;
  }
}
