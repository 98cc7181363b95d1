package io.gabbro.plan.binder;

import io.gabbro.ast.Expression;
import io.gabbro.ast.Query;
import io.gabbro.ast.QueryBody;
import io.gabbro.ast.Statement;
import io.gabbro.catalog.Column;
import io.gabbro.catalog.TableDefinition;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.error.SourcePosition;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundStatement;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.plan.LogicalPlan.Project;
import io.gabbro.plan.LogicalPlan.Values;
import io.gabbro.plan.PlanColumn;
import io.gabbro.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Binds INSERT: the input yields the columns of the table, with defaults and casts in place. */
final class InsertBinder {
  private final BindingContext context;

  InsertBinder(BindingContext context) {
    this.context = context;
  }

  BoundStatement.Insert bind(Statement.Insert insert) {
    TableDefinition table = new SourceBinder(context).table(insert.table());
    List<Integer> targets = TargetColumns.resolve(table, insert.columns());
    boolean listed = !insert.columns().isEmpty();
    InsertSlots slots;
    LogicalPlan input;
    if (insert.source().isEmpty()) {
      slots = InsertSlots.of(table, List.of(), insert.columns());
      input = values(slots, List.of(List.of()));
    } else {
      Query query = insert.source().orElseThrow();
      boolean plainValues =
          query.body() instanceof QueryBody.Values
              && query.orderBy().isEmpty()
              && query.limit().isEmpty()
              && query.offset().isEmpty();
      if (plainValues) {
        List<List<Expression>> rows = ((QueryBody.Values) query.body()).rows();
        List<Expression> first = rows.get(0);
        List<Integer> used = used(targets, first.size(), listed, first.get(0).position());
        slots = InsertSlots.of(table, used, insert.columns());
        input = values(slots, rows);
      } else {
        List<SqlType> wanted = InsertSlots.of(table, targets, insert.columns()).targetTypes();
        LogicalPlan source = new QueryBinder(context).bind(query, wanted);
        List<Integer> used = used(targets, source.output().size(), listed, query.position());
        slots = InsertSlots.of(table, used, insert.columns());
        input = select(slots, source, query.position());
      }
    }
    Optional<BoundStatement.Returning> returning =
        new ReturningBinder(context)
            .bind(table, insert.table(), Optional.empty(), insert.returning());
    if (slots.givesValue()) {
      returning.ifPresent(found -> ReturningBinder.requireKeyOnly(table, found));
    }
    return new BoundStatement.Insert(table, input, slots.givesKey(), slots.givesValue(), returning);
  }

  /** As many targets as there are values; a table without column list may get fewer values. */
  private static List<Integer> used(
      List<Integer> targets, int values, boolean listed, SourcePosition position) {
    if (values > targets.size()) {
      throw GabbroException.at(
          position,
          ErrorCode.COLUMN_COUNT_MISMATCH,
          "INSERT has more expressions than target columns");
    }
    if (listed && values < targets.size()) {
      throw GabbroException.at(
          position,
          ErrorCode.COLUMN_COUNT_MISMATCH,
          "INSERT has more target columns than expressions");
    }
    return targets.subList(0, values);
  }

  private LogicalPlan values(InsertSlots slots, List<List<Expression>> rows) {
    ExpressionBinder binder =
        new ExpressionBinder(context, Scope.EMPTY, Aggregates.forbiddenIn("VALUES"));
    DefaultBinder defaults = new DefaultBinder(context);
    List<List<BoundExpression>> bound = new ArrayList<>();
    for (List<Expression> row : rows) {
      List<BoundExpression> values = new ArrayList<>();
      for (int index = 0; index < slots.columns().size(); index++) {
        Column column = slots.columns().get(index);
        int source = slots.sources().get(index);
        values.add(
            source < 0 || row.get(source) instanceof Expression.DefaultValue
                ? defaults.bind(column)
                : value(binder, row.get(source), column));
      }
      bound.add(values);
    }
    List<PlanColumn> output =
        slots.columns().stream()
            .map(c -> context.newColumn(c.name(), c.type(), true, Optional.empty()))
            .toList();
    return new Values(output, bound);
  }

  private BoundExpression value(ExpressionBinder binder, Expression expression, Column column) {
    return context
        .conversions()
        .assignment(binder.bind(expression), column.name(), column.type(), expression.position());
  }

  private LogicalPlan select(InsertSlots slots, LogicalPlan source, SourcePosition position) {
    DefaultBinder defaults = new DefaultBinder(context);
    Projections projections = new Projections(context);
    for (int index = 0; index < slots.columns().size(); index++) {
      Column column = slots.columns().get(index);
      int from = slots.sources().get(index);
      BoundExpression value =
          from < 0
              ? defaults.bind(column)
              : context
                  .conversions()
                  .assignment(
                      source.output().get(from).reference(),
                      column.name(),
                      column.type(),
                      position);
      projections.add(column.name(), value);
    }
    return new Project(source, projections.list());
  }
}
