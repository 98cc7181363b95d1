package io.gabbro.optimizer;

import io.gabbro.plan.LogicalPlan;
import io.gabbro.plan.LogicalPlan.Limit;
import io.gabbro.plan.LogicalPlan.Project;
import java.util.List;

/**
 * Computes columns of the rows that a limit leaves only.
 *
 * <pre>
 * Limit 10                Project a + b AS x
 *   Project a + b AS x  →   Limit 10
 * </pre>
 */
final class PushLimitThroughProject implements PlanRule {
  @Override
  public LogicalPlan apply(LogicalPlan node) {
    return node instanceof Limit limit && limit.input() instanceof Project project
        ? project.withInputs(List.of(limit.withInputs(project.inputs())))
        : node;
  }
}
