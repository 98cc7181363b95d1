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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Applies a change to all expressions of a node, apart from the key ranges of scans. */
final class NodeExpressions {
  private final UnaryOperator<BoundExpression> change;

  NodeExpressions(UnaryOperator<BoundExpression> change) {
    this.change = change;
  }

  /** The node with changed expressions; this object where none has changed. */
  LogicalPlan map(LogicalPlan node) {
    if (node instanceof Values values) {
      List<List<BoundExpression>> rows = mapList(values.rows(), row -> mapList(row, change));
      return rows == values.rows() ? node : new Values(values.output(), rows);
    }
    if (node instanceof TableScan scan) {
      Optional<BoundExpression> filter = map(scan.filter());
      return filter == scan.filter()
          ? node
          : new TableScan(scan.table(), scan.columns(), scan.access(), filter, scan.order());
    }
    if (node instanceof Filter filter) {
      BoundExpression condition = change.apply(filter.condition());
      return condition == filter.condition() ? node : new Filter(filter.input(), condition);
    }
    if (node instanceof Project project) {
      List<Projection> projections = projections(project.projections());
      return projections == project.projections()
          ? node
          : new Project(project.input(), projections);
    }
    if (node instanceof Aggregate aggregate) {
      List<Projection> keys = projections(aggregate.keys());
      List<AggregateCall> calls = mapList(aggregate.aggregates(), this::call);
      return keys == aggregate.keys() && calls == aggregate.aggregates()
          ? node
          : new Aggregate(aggregate.input(), keys, calls);
    }
    return ordered(node);
  }

  private LogicalPlan ordered(LogicalPlan node) {
    if (node instanceof Sort sort) {
      List<SortKey> keys = sortKeys(sort.keys());
      return keys == sort.keys() ? node : new Sort(sort.input(), keys);
    }
    if (node instanceof Limit limit) {
      Optional<BoundExpression> count = map(limit.limit());
      Optional<BoundExpression> offset = map(limit.offset());
      return count == limit.limit() && offset == limit.offset()
          ? node
          : new Limit(limit.input(), count, offset);
    }
    TopN top = (TopN) node;
    List<SortKey> keys = sortKeys(top.keys());
    BoundExpression count = change.apply(top.limit());
    Optional<BoundExpression> offset = map(top.offset());
    return keys == top.keys() && count == top.limit() && offset == top.offset()
        ? node
        : new TopN(top.input(), keys, count, offset);
  }

  private Optional<BoundExpression> map(Optional<BoundExpression> expression) {
    if (expression.isEmpty()) {
      return expression;
    }
    BoundExpression changed = change.apply(expression.orElseThrow());
    return changed == expression.orElseThrow() ? expression : Optional.of(changed);
  }

  /** Projections with changed values. */
  List<Projection> projections(List<Projection> projections) {
    return mapList(
        projections,
        projection -> {
          BoundExpression value = change.apply(projection.value());
          return value == projection.value()
              ? projection
              : new Projection(projection.output(), value);
        });
  }

  private List<SortKey> sortKeys(List<SortKey> keys) {
    return mapList(
        keys,
        key -> {
          BoundExpression value = change.apply(key.value());
          return value == key.value()
              ? key
              : new SortKey(value, key.descending(), key.nullsFirst());
        });
  }

  private AggregateCall call(AggregateCall call) {
    List<BoundExpression> arguments = mapList(call.arguments(), change);
    List<SortKey> orderBy = sortKeys(call.orderBy());
    Optional<BoundExpression> filter = map(call.filter());
    return arguments == call.arguments() && orderBy == call.orderBy() && filter == call.filter()
        ? call
        : new AggregateCall(
            call.output(),
            call.name(),
            call.signature(),
            arguments,
            call.distinct(),
            orderBy,
            filter);
  }

  /** The changed items; the same list where none has changed. */
  static <T> List<T> mapList(List<T> items, UnaryOperator<T> change) {
    List<T> changed = null;
    for (int index = 0; index < items.size(); index++) {
      T item = items.get(index);
      T replacement = change.apply(item);
      if (replacement != item && changed == null) {
        changed = new ArrayList<>(items);
      }
      if (changed != null) {
        changed.set(index, replacement);
      }
    }
    return changed == null ? items : changed;
  }
}
