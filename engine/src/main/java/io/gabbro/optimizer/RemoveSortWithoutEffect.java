package io.gabbro.optimizer;

import io.gabbro.plan.LogicalPlan;
import io.gabbro.plan.LogicalPlan.Aggregate;
import io.gabbro.plan.LogicalPlan.Sort;
import java.util.List;
import java.util.Set;

/**
 * Takes out a sort whose order nobody sees: below groups, unless an aggregate depends on the order
 * of its rows, and below another sort.
 *
 * <pre>
 * Aggregate count(*)        Aggregate count(*)
 *   Sort a             →      TableScan t
 *     TableScan t
 * </pre>
 */
final class RemoveSortWithoutEffect implements PlanRule {
  private static final Set<String> FREE_OF_ORDER =
      Set.of(
          "count",
          "sum",
          "avg",
          "min",
          "max",
          "bool_and",
          "bool_or",
          "every",
          "stddev",
          "stddev_pop",
          "stddev_samp",
          "variance",
          "var_pop",
          "var_samp");

  @Override
  public LogicalPlan apply(LogicalPlan node) {
    boolean free =
        node instanceof Sort
            || (node instanceof Aggregate aggregate
                && aggregate.aggregates().stream()
                    .allMatch(call -> FREE_OF_ORDER.contains(call.name())));
    return free && node.inputs().get(0) instanceof Sort inner
        ? node.withInputs(List.of(inner.input()))
        : node;
  }
}
