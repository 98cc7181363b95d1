package io.gabbro.optimizer;

import io.gabbro.plan.BoundExpression.ColumnReference;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.plan.LogicalPlan.Project;
import io.gabbro.plan.LogicalPlan.Project.Projection;
import io.gabbro.plan.PlanColumn;
import java.util.List;

/**
 * Takes out projections that leave all columns as they are, names included.
 *
 * <pre>
 * Project a, b
 *   Filter a &gt; 1   →  Filter a &gt; 1
 *     …
 * </pre>
 */
final class RemoveTrivialProject implements PlanRule {
  @Override
  public LogicalPlan apply(LogicalPlan node) {
    return node instanceof Project project && isTrivial(project) ? project.input() : node;
  }

  private static boolean isTrivial(Project project) {
    List<PlanColumn> columns = project.input().output();
    List<Projection> projections = project.projections();
    if (columns.size() != projections.size()) {
      return false;
    }
    for (int index = 0; index < columns.size(); index++) {
      Projection projection = projections.get(index);
      PlanColumn column = columns.get(index);
      boolean same =
          projection.value() instanceof ColumnReference reference
              && reference.id() == column.id()
              && projection.output().id() == column.id()
              && projection.output().name().equals(column.name());
      if (!same) {
        return false;
      }
    }
    return true;
  }
}
