package io.gabbro.plan.binder;

import io.gabbro.ast.Expression;
import io.gabbro.catalog.Column;
import io.gabbro.parser.SqlParser;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundExpression.Constant;
import io.gabbro.type.SqlType;
import java.util.HashMap;
import java.util.Map;

/** Binds the default values of columns. */
final class DefaultBinder {
  private final BindingContext context;
  private final Map<Integer, BoundExpression> bound = new HashMap<>();

  DefaultBinder(BindingContext context) {
    this.context = context;
  }

  /** The default value of a column, bound once; NULL where none was declared. */
  BoundExpression bind(Column column) {
    return bound.computeIfAbsent(column.id(), id -> parse(column));
  }

  private BoundExpression parse(Column column) {
    return column
        .defaultSql()
        .map(SqlParser::parseExpression)
        .map(expression -> bind(expression, column.name(), column.type()))
        .orElseGet(() -> new Constant(column.type(), null));
  }

  BoundExpression bind(Expression expression, String column, SqlType type) {
    BoundExpression value =
        new ExpressionBinder(context, Scope.EMPTY, Aggregates.forbiddenIn("DEFAULT"))
            .bind(expression);
    return context.conversions().assignment(value, column, type, expression.position());
  }
}
