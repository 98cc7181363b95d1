package io.gabbro.optimizer;

import io.gabbro.plan.KeyOrder;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.plan.LogicalPlan.Filter;
import io.gabbro.plan.LogicalPlan.Limit;
import io.gabbro.plan.LogicalPlan.Project;
import io.gabbro.plan.LogicalPlan.Sort;
import io.gabbro.plan.LogicalPlan.TableScan;
import io.gabbro.plan.LogicalPlan.TopN;
import io.gabbro.plan.SortKey;
import java.util.List;
import java.util.Optional;

/**
 * Reads a table in the order of its keys instead of sorting.
 *
 * <pre>
 * TopN 10 by k DESC        Limit 10
 *   TableScan t       →      TableScan t
 *                              order: backward
 * </pre>
 *
 * <p>Filters and projections may lie between.
 */
final class RemoveSortServedByKeyOrder implements PlanRule {
  @Override
  public LogicalPlan apply(LogicalPlan node) {
    if (node instanceof Sort sort) {
      return ordered(sort.input(), sort.keys()).orElse(node);
    }
    return node instanceof TopN top
        ? ordered(top.input(), top.keys())
            .<LogicalPlan>map(input -> new Limit(input, Optional.of(top.limit()), top.offset()))
            .orElse(node)
        : node;
  }

  private static Optional<LogicalPlan> ordered(LogicalPlan input, List<SortKey> keys) {
    if (input instanceof TableScan scan) {
      KeyOrder order =
          scan.order() == KeyOrder.ANY && !scan.table().primaryKey().isEmpty()
              ? KeyOrdering.of(scan, keys)
              : KeyOrder.ANY;
      return order == KeyOrder.ANY ? Optional.empty() : Optional.of(inOrder(scan, order));
    }
    if (input instanceof Filter) {
      return ordered(input.inputs().get(0), keys).map(scan -> input.withInputs(List.of(scan)));
    }
    if (input instanceof Project project) {
      return ordered(project.input(), keys).map(scan -> project.withInputs(List.of(scan)));
    }
    return Optional.empty();
  }

  static TableScan inOrder(TableScan scan, KeyOrder order) {
    return new TableScan(scan.table(), scan.columns(), scan.access(), scan.filter(), order);
  }
}
