package io.gabbro.optimizer;

import io.gabbro.plan.LogicalPlan;
import io.gabbro.plan.LogicalPlan.Limit;
import io.gabbro.plan.LogicalPlan.Sort;
import io.gabbro.plan.LogicalPlan.TopN;

/**
 * Keeps only the rows that can be in the result while sorting.
 *
 * <pre>
 * Limit 10
 *   Sort a   →  TopN 10 by a
 * </pre>
 */
final class MergeLimitIntoSort implements PlanRule {
  @Override
  public LogicalPlan apply(LogicalPlan node) {
    return node instanceof Limit limit
            && limit.limit().isPresent()
            && limit.input() instanceof Sort sort
        ? new TopN(sort.input(), sort.keys(), limit.limit().orElseThrow(), limit.offset())
        : node;
  }
}
