package io.gabbro.plan.binder;

import io.gabbro.ast.Expression;
import io.gabbro.ast.QueryBody;
import io.gabbro.ast.SortItem;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.plan.LogicalPlan.Project;
import io.gabbro.plan.PlanColumn;
import io.gabbro.plan.binder.CallBinder.Argument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Binds VALUES as a query of its own; its columns are {@code column1}, {@code column2} and so on.
 */
final class ValuesBinder {
  private final BindingContext context;

  ValuesBinder(BindingContext context) {
    this.context = context;
  }

  LogicalPlan bind(QueryBody.Values values, List<SortItem> orderBy) {
    ExpressionBinder binder =
        new ExpressionBinder(context, Scope.EMPTY, Aggregates.forbiddenIn("VALUES"));
    int width = values.rows().get(0).size();
    List<List<BoundExpression>> rows = new ArrayList<>();
    List<List<Argument>> bound = new ArrayList<>();
    for (List<Expression> row : values.rows()) {
      bound.add(row.stream().map(binder::argument).toList());
      rows.add(new ArrayList<>());
    }
    List<PlanColumn> output = new ArrayList<>();
    for (int column = 0; column < width; column++) {
      output.add(column(column, bound, rows));
    }
    return order(new LogicalPlan.Values(output, rows), orderBy);
  }

  /** Converts the values of a column to their common type and adds them to the rows. */
  private PlanColumn column(
      int column, List<List<Argument>> bound, List<List<BoundExpression>> rows) {
    List<Argument> values = bound.stream().map(row -> row.get(column)).toList();
    CommonType common = ConditionalBinder.commonType("VALUES", values);
    boolean nullable = false;
    for (int row = 0; row < values.size(); row++) {
      Argument value = values.get(row);
      BoundExpression converted =
          common.convert(context.conversions(), value.value(), value.position());
      nullable |= context.isNullable(converted);
      rows.get(row).add(converted);
    }
    return context.newColumn(
        "column" + (column + 1), common.type().orElseThrow(), nullable, Optional.empty());
  }

  private LogicalPlan order(LogicalPlan values, List<SortItem> items) {
    if (items.isEmpty()) {
      return values;
    }
    List<PlanColumn> columns = values.output();
    Relation relation =
        new Relation(Optional.empty(), Optional.empty(), columns, List.of(), List.of());
    ExpressionBinder binder =
        new ExpressionBinder(
            context, Scope.of(relation), Aggregates.forbiddenIn("ORDER BY of VALUES"));
    List<Output> outputs =
        columns.stream().map(column -> new Output(column.name(), column.reference())).toList();
    OrderBy order = new OrderBy(outputs, false);
    order.bind(items, binder);
    Projections projections = new Projections(context);
    order.outputs().forEach(output -> projections.add(output.name(), output.value()));
    return order.plan(new Project(values, projections.list()), columns.size());
  }
}
