package io.gabbro.optimizer;

import io.gabbro.plan.LogicalPlan;
import io.gabbro.plan.LogicalPlan.Filter;
import io.gabbro.plan.LogicalPlan.Sort;

/**
 * Filters before sorting.
 *
 * <pre>
 * Filter a &gt; 1        Sort b
 *   Sort b        →      Filter a &gt; 1
 * </pre>
 */
final class PushFilterThroughSort implements PlanRule {
  @Override
  public LogicalPlan apply(LogicalPlan node) {
    return node instanceof Filter filter && filter.input() instanceof Sort sort
        ? new Sort(new Filter(sort.input(), filter.condition()), sort.keys())
        : node;
  }
}
