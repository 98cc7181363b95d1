package io.gabbro.plan.binder;

import io.gabbro.ast.Expression;
import io.gabbro.ast.Identifier;
import io.gabbro.ast.Statement;
import io.gabbro.catalog.Column;
import io.gabbro.catalog.TableDefinition;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundStatement;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.plan.LogicalPlan.Filter;
import io.gabbro.plan.binder.SourceBinder.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Binds UPDATE. */
final class UpdateBinder {
  private final BindingContext context;

  UpdateBinder(BindingContext context) {
    this.context = context;
  }

  BoundStatement bind(Statement.Update update) {
    SourceBinder sources = new SourceBinder(context);
    TableDefinition table = sources.table(update.table());
    Source source = sources.scan(table, update.table(), update.alias());
    Scope scope = Scope.of(source.relation());
    List<Identifier> names =
        update.assignments().stream().map(Statement.Update.Assignment::column).toList();
    List<Integer> targets = TargetColumns.resolve(table, names);
    ExpressionBinder binder =
        new ExpressionBinder(context, scope, Aggregates.forbiddenIn("UPDATE"));
    List<BoundStatement.Update.Assignment> assignments = new ArrayList<>();
    for (int index = 0; index < targets.size(); index++) {
      Column column = table.columns().get(targets.get(index));
      Expression value = update.assignments().get(index).value();
      assignments.add(
          new BoundStatement.Update.Assignment(targets.get(index), value(binder, value, column)));
    }
    Optional<BoundExpression> condition = condition(context, scope, update.where());
    return new BoundStatement.Update(
        table,
        filtered(source.plan(), condition),
        condition,
        assignments,
        new ReturningBinder(context)
            .bind(table, update.table(), update.alias(), update.returning()));
  }

  private BoundExpression value(ExpressionBinder binder, Expression value, Column column) {
    return value instanceof Expression.DefaultValue
        ? new DefaultBinder(context).bind(column)
        : context
            .conversions()
            .assignment(binder.bind(value), column.name(), column.type(), value.position());
  }

  /** The condition of WHERE. */
  static Optional<BoundExpression> condition(
      BindingContext context, Scope scope, Optional<Expression> where) {
    ExpressionBinder binder = new ExpressionBinder(context, scope, Aggregates.forbiddenIn("WHERE"));
    return where.map(expression -> binder.condition(expression, "WHERE"));
  }

  static LogicalPlan filtered(LogicalPlan scan, Optional<BoundExpression> condition) {
    return condition.<LogicalPlan>map(c -> new Filter(scan, c)).orElse(scan);
  }
}
