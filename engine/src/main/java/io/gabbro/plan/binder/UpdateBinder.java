package io.gabbro.plan.binder;

import io.gabbro.ast.Expression;
import io.gabbro.ast.Identifier;
import io.gabbro.ast.Statement;
import io.gabbro.catalog.Column;
import io.gabbro.catalog.TableDefinition;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundStatement;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.plan.LogicalPlan.Filter;
import io.gabbro.plan.binder.SourceBinder.Source;
import io.gabbro.serializer.RowDecoder;
import io.gabbro.type.SqlType;
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
    checkStored(table, targets, names);
    ExpressionBinder binder =
        new ExpressionBinder(context, scope, Aggregates.forbiddenIn("UPDATE"));
    List<BoundStatement.Update.Assignment> assignments = new ArrayList<>();
    for (int index = 0; index < targets.size(); index++) {
      Column column = column(table, targets.get(index));
      Expression value = update.assignments().get(index).value();
      assignments.add(
          new BoundStatement.Update.Assignment(targets.get(index), value(binder, value, column)));
    }
    Optional<BoundStatement.Returning> returning =
        new ReturningBinder(context)
            .bind(table, update.table(), update.alias(), update.returning());
    if (targets.contains(RowDecoder.VALUE_COLUMN)) {
      returning.ifPresent(found -> ReturningBinder.requireKeyOnly(table, found));
    }
    Optional<BoundExpression> condition = condition(context, scope, update.where());
    return new BoundStatement.Update(
        table, filtered(source.plan(), condition), condition, assignments, returning);
  }

  private static Column column(TableDefinition table, int target) {
    return target == RowDecoder.VALUE_COLUMN
        ? new Column(0, SourceBinder.VALUE, SqlType.BYTEA, true, Optional.empty(), Optional.empty())
        : table.columns().get(target);
  }

  /** Stored bytes and columns must not say the same twice. */
  private static void checkStored(
      TableDefinition table, List<Integer> targets, List<Identifier> names) {
    boolean givesValue = targets.contains(RowDecoder.VALUE_COLUMN);
    for (int index = 0; index < targets.size(); index++) {
      int target = targets.get(index);
      boolean isKey = table.primaryKey().stream().anyMatch(key -> key.column() == target);
      if (target == RowDecoder.KEY_COLUMN) {
        throw GabbroException.at(
            names.get(index).position(),
            ErrorCode.INVALID_COLUMN_REFERENCE,
            "_key cannot be updated");
      }
      if (givesValue && target >= 0 && !isKey) {
        throw GabbroException.at(
            names.get(index).position(),
            ErrorCode.INVALID_COLUMN_REFERENCE,
            "_value says what \"" + names.get(index).name() + "\" is");
      }
    }
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
