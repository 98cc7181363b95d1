package io.gabbro.plan.binder;

import io.gabbro.ast.Expression;
import io.gabbro.ast.Query;
import io.gabbro.ast.QueryBody;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.type.SqlType;
import java.util.List;

/** Binds queries: the body, then LIMIT and OFFSET. */
final class QueryBinder {
  private final BindingContext context;

  QueryBinder(BindingContext context) {
    this.context = context;
  }

  /**
   * Binds a query.
   *
   * @param wanted the types that columns without a type take, in order; TEXT beyond its end
   */
  LogicalPlan bind(Query query, List<SqlType> wanted) {
    LogicalPlan plan =
        query.body() instanceof QueryBody.Select select
            ? new SelectBinder(context, select, wanted).bind(query.orderBy())
            : new ValuesBinder(context).bind((QueryBody.Values) query.body(), query.orderBy());
    if (query.limit().isEmpty() && query.offset().isEmpty()) {
      return plan;
    }
    return new LogicalPlan.Limit(
        plan,
        query.limit().map(count -> count(count, "LIMIT")),
        query.offset().map(count -> count(count, "OFFSET")));
  }

  /** The argument of LIMIT or OFFSET. */
  BoundExpression count(Expression count, String clause) {
    ExpressionBinder binder =
        new ExpressionBinder(context, Scope.EMPTY, Aggregates.forbiddenIn(clause));
    BoundExpression value;
    try {
      value = binder.bind(count);
    } catch (GabbroException error) {
      boolean namesColumn =
          error.code() == ErrorCode.UNDEFINED_COLUMN
              || error.code() == ErrorCode.MISSING_FROM_ENTRY;
      throw namesColumn
          ? GabbroException.at(
              error.position().orElse(count.position()),
              ErrorCode.INVALID_COLUMN_REFERENCE,
              "argument of " + clause + " must not contain variables")
          : error;
    }
    boolean number = value.type().kind().isNumeric();
    return number
        ? context.conversions().explicit(value, SqlType.BIGINT, count.position())
        : binder.mustBe(value, SqlType.BIGINT, clause, count.position());
  }
}
