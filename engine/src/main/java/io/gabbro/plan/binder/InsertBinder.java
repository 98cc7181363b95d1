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
    LogicalPlan input;
    if (insert.source().isEmpty()) {
      input = values(table, List.of(), List.of(List.of()));
    } else {
      Query query = insert.source().orElseThrow();
      boolean plainValues =
          query.body() instanceof QueryBody.Values
              && query.orderBy().isEmpty()
              && query.limit().isEmpty()
              && query.offset().isEmpty();
      input =
          plainValues
              ? values(table, targets, listed, (QueryBody.Values) query.body())
              : select(table, targets, listed, query);
    }
    Optional<BoundStatement.Returning> returning =
        new ReturningBinder(context)
            .bind(table, insert.table(), Optional.empty(), insert.returning());
    return new BoundStatement.Insert(table, input, returning);
  }

  private LogicalPlan values(
      TableDefinition table, List<Integer> targets, boolean listed, QueryBody.Values values) {
    List<Expression> first = values.rows().get(0);
    List<Integer> used = used(targets, first.size(), listed, first.get(0).position());
    return values(table, used, values.rows());
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

  private LogicalPlan values(
      TableDefinition table, List<Integer> targets, List<List<Expression>> rows) {
    ExpressionBinder binder =
        new ExpressionBinder(context, Scope.EMPTY, Aggregates.forbiddenIn("VALUES"));
    DefaultBinder defaults = new DefaultBinder(context);
    List<List<BoundExpression>> bound = new ArrayList<>();
    for (List<Expression> row : rows) {
      List<BoundExpression> values = new ArrayList<>();
      for (int index = 0; index < table.columns().size(); index++) {
        Column column = table.columns().get(index);
        int source = targets.indexOf(index);
        values.add(
            source < 0 || row.get(source) instanceof Expression.DefaultValue
                ? defaults.bind(column)
                : value(binder, row.get(source), column));
      }
      bound.add(values);
    }
    List<PlanColumn> output =
        table.columns().stream()
            .map(c -> context.newColumn(c.name(), c.type(), true, Optional.empty()))
            .toList();
    return new Values(output, bound);
  }

  private BoundExpression value(ExpressionBinder binder, Expression expression, Column column) {
    return context
        .conversions()
        .assignment(binder.bind(expression), column.name(), column.type(), expression.position());
  }

  private LogicalPlan select(
      TableDefinition table, List<Integer> targets, boolean listed, Query query) {
    List<SqlType> wanted = targets.stream().map(t -> table.columns().get(t).type()).toList();
    LogicalPlan source = new QueryBinder(context).bind(query, wanted);
    List<Integer> used = used(targets, source.output().size(), listed, query.position());
    DefaultBinder defaults = new DefaultBinder(context);
    Projections projections = new Projections(context);
    for (int index = 0; index < table.columns().size(); index++) {
      Column column = table.columns().get(index);
      int position = used.indexOf(index);
      BoundExpression value =
          position < 0
              ? defaults.bind(column)
              : context
                  .conversions()
                  .assignment(
                      source.output().get(position).reference(),
                      column.name(),
                      column.type(),
                      query.position());
      projections.add(column.name(), value);
    }
    return new Project(source, projections.list());
  }
}
