package io.gabbro.plan.binder;

import io.gabbro.ast.Expression;
import io.gabbro.ast.QueryBody;
import io.gabbro.ast.SortItem;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.plan.LogicalPlan.Aggregate;
import io.gabbro.plan.LogicalPlan.Filter;
import io.gabbro.plan.LogicalPlan.Project;
import io.gabbro.plan.LogicalPlan.Values;
import io.gabbro.plan.binder.SourceBinder.Source;
import io.gabbro.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Binds one SELECT with its ORDER BY. The plan from the bottom up: source, WHERE, groups, HAVING,
 * the SELECT list with what else ORDER BY needs, DISTINCT, the order, and without the extra
 * columns.
 */
final class SelectBinder {
  private final BindingContext context;
  private final QueryBody.Select select;
  private final List<SqlType> wanted;
  private final Optional<Source> source;
  private final Scope scope;
  private final AggregateCollector aggregates = new AggregateCollector();
  private final ExpressionBinder binder;

  SelectBinder(BindingContext context, QueryBody.Select select, List<SqlType> wanted) {
    this.context = context;
    this.select = select;
    this.wanted = select.distinct() ? List.of() : wanted;
    this.source = select.from().map(from -> new SourceBinder(context).bind(from));
    this.scope = new Scope(source.map(Source::relation));
    this.binder = new ExpressionBinder(context, scope, aggregates);
  }

  LogicalPlan bind(List<SortItem> orderBy) {
    LogicalPlan plan =
        source.map(Source::plan).orElseGet(() -> new Values(List.of(), List.of(List.of())));
    if (select.where().isPresent()) {
      plan = new Filter(plan, where(select.where().orElseThrow()));
    }
    List<Output> outputs =
        new SelectListBinder(context, scope, aggregates).bind(select.items(), wanted);
    List<Output> keys = groupBy(outputs);
    Optional<BoundExpression> having =
        select.having().map(condition -> binder.condition(condition, "HAVING"));
    OrderBy order = new OrderBy(outputs, select.distinct());
    order.bind(orderBy, binder);
    if (!keys.isEmpty() || having.isPresent() || !aggregates.calls().isEmpty()) {
      Grouping grouping = new Grouping(context, aggregates, scope.relation());
      keys.forEach(key -> grouping.addKey(key.name(), key.value()));
      having = having.map(grouping::rewrite);
      order.rewrite(grouping);
      plan = grouping.plan(plan);
    }
    if (having.isPresent()) {
      plan = new Filter(plan, having.orElseThrow());
    }
    return project(plan, order, outputs.size());
  }

  private BoundExpression where(Expression condition) {
    return new ExpressionBinder(context, scope, Aggregates.forbiddenIn("WHERE"))
        .condition(condition, "WHERE");
  }

  /** The keys of GROUP BY; a bare name is a column of the source first, an alias second. */
  private List<Output> groupBy(List<Output> outputs) {
    ItemResolver items = new ItemResolver(outputs, "GROUP BY");
    ExpressionBinder keys =
        new ExpressionBinder(context, scope, Aggregates.forbiddenIn("GROUP BY"));
    List<Output> found = new ArrayList<>();
    for (Expression expression : select.groupBy()) {
      OptionalInt item = items.ordinal(expression);
      if (item.isEmpty()
          && expression instanceof Expression.ColumnName name
          && scope.find(name.column().name()).isEmpty()) {
        item = items.named(name);
      }
      if (item.isPresent()) {
        found.add(withoutAggregates(outputs.get(item.getAsInt()), expression));
      } else {
        found.add(new Output(OutputNames.of(expression), keys.typed(expression)));
      }
    }
    return found;
  }

  private Output withoutAggregates(Output output, Expression expression) {
    boolean aggregate =
        output
            .value()
            .contains(
                part ->
                    part instanceof BoundExpression.ColumnReference column
                        && aggregates.isResult(column.id()));
    if (aggregate) {
      throw GabbroException.at(expression.position(), ErrorCode.AGGREGATE_NOT_ALLOWED, "GROUP BY");
    }
    return output;
  }

  private LogicalPlan project(LogicalPlan input, OrderBy order, int visible) {
    Projections projections = new Projections(context);
    order.outputs().forEach(output -> projections.add(output.name(), output.value()));
    LogicalPlan plan = new Project(input, projections.list());
    if (select.distinct()) {
      plan = new Aggregate(plan, Projections.keep(plan.output()), List.of());
    }
    return order.plan(plan, visible);
  }
}
