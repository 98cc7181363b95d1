package io.gabbro.optimizer;

import io.gabbro.plan.AggregateCall;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.plan.LogicalPlan.Aggregate;
import io.gabbro.plan.LogicalPlan.Filter;
import io.gabbro.plan.LogicalPlan.Limit;
import io.gabbro.plan.LogicalPlan.Project;
import io.gabbro.plan.LogicalPlan.Project.Projection;
import io.gabbro.plan.LogicalPlan.Sort;
import io.gabbro.plan.LogicalPlan.TableScan;
import io.gabbro.plan.LogicalPlan.TopN;
import io.gabbro.plan.LogicalPlan.Values;
import io.gabbro.plan.SortKey;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Visits all expressions of a node, apart from the key ranges of scans. */
final class NodeExpressions {
  private final UnaryOperator<BoundExpression> change;
  private boolean changed;

  private NodeExpressions(UnaryOperator<BoundExpression> change) {
    this.change = change;
  }

  /** The node with changed expressions; this object where none has changed. */
  static LogicalPlan map(LogicalPlan node, UnaryOperator<BoundExpression> change) {
    NodeExpressions expressions = new NodeExpressions(change);
    LogicalPlan result = expressions.map(node);
    return expressions.changed ? result : node;
  }

  /** Projections with changed values. */
  static List<Projection> map(List<Projection> projections, UnaryOperator<BoundExpression> change) {
    return new NodeExpressions(change).projections(projections);
  }

  /** Hands each expression of a node to an action. */
  static void forEach(LogicalPlan node, Consumer<BoundExpression> action) {
    map(
        node,
        expression -> {
          action.accept(expression);
          return expression;
        });
  }

  private LogicalPlan map(LogicalPlan node) {
    if (node instanceof LogicalPlan.SystemScan) {
      return node;
    }
    if (node instanceof Values values) {
      return new Values(values.output(), values.rows().stream().map(this::list).toList());
    }
    if (node instanceof TableScan scan) {
      return new TableScan(
          scan.table(),
          scan.columns(),
          scan.access(),
          scan.filter().map(this::expression),
          scan.order());
    }
    if (node instanceof Filter filter) {
      return new Filter(filter.input(), expression(filter.condition()));
    }
    if (node instanceof Project project) {
      return new Project(project.input(), projections(project.projections()));
    }
    if (node instanceof Aggregate aggregate) {
      return new Aggregate(
          aggregate.input(),
          projections(aggregate.keys()),
          aggregate.aggregates().stream().map(this::call).toList());
    }
    if (node instanceof Sort sort) {
      return new Sort(sort.input(), sortKeys(sort.keys()));
    }
    if (node instanceof Limit limit) {
      return new Limit(
          limit.input(), limit.limit().map(this::expression), limit.offset().map(this::expression));
    }
    TopN top = (TopN) node;
    return new TopN(
        top.input(),
        sortKeys(top.keys()),
        expression(top.limit()),
        top.offset().map(this::expression));
  }

  private BoundExpression expression(BoundExpression expression) {
    BoundExpression result = change.apply(expression);
    changed |= result != expression;
    return result;
  }

  private List<BoundExpression> list(List<BoundExpression> expressions) {
    return expressions.stream().map(this::expression).toList();
  }

  private List<Projection> projections(List<Projection> projections) {
    return projections.stream()
        .map(p -> new Projection(p.output(), expression(p.value())))
        .toList();
  }

  private List<SortKey> sortKeys(List<SortKey> keys) {
    return keys.stream()
        .map(key -> new SortKey(expression(key.value()), key.descending(), key.nullsFirst()))
        .toList();
  }

  private AggregateCall call(AggregateCall call) {
    return new AggregateCall(
        call.output(),
        call.name(),
        call.signature(),
        list(call.arguments()),
        call.distinct(),
        sortKeys(call.orderBy()),
        call.filter().map(this::expression));
  }
}
