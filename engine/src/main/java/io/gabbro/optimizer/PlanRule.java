package io.gabbro.optimizer;

import io.gabbro.plan.LogicalPlan;

/** A change of one node of a plan and perhaps of what is right below it. Immutable. */
interface PlanRule {
  /**
   * A better node that yields the same columns, or this very object where the rule does not fit.
   */
  LogicalPlan apply(LogicalPlan node);
}
