package io.gabbro.optimizer;

import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.plan.LogicalPlan.Filter;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes one filter of two.
 *
 * <pre>
 * Filter b
 *   Filter a  →  Filter a AND b
 * </pre>
 */
final class MergeAdjacentFilters implements PlanRule {
  @Override
  public LogicalPlan apply(LogicalPlan node) {
    if (!(node instanceof Filter outer && outer.input() instanceof Filter inner)) {
      return node;
    }
    List<BoundExpression> conditions = new ArrayList<>(Conditions.conjuncts(inner.condition()));
    conditions.addAll(Conditions.conjuncts(outer.condition()));
    return new Filter(inner.input(), Conditions.all(conditions).orElseThrow());
  }
}
