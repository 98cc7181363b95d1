package io.gabbro.optimizer;

import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.plan.LogicalPlan.Filter;
import io.gabbro.plan.LogicalPlan.Project;
import java.util.Map;

/**
 * Filters before computing columns, with the computations in the place of the columns.
 *
 * <pre>
 * Filter x &gt; 1              Project a + b AS x
 *   Project a + b AS x  →    Filter a + b &gt; 1
 * </pre>
 *
 * <p>A volatile computation would be done twice with two results; then it stays.
 */
final class PushFilterThroughProject implements PlanRule {
  @Override
  public LogicalPlan apply(LogicalPlan node) {
    if (!(node instanceof Filter filter && filter.input() instanceof Project project)) {
      return node;
    }
    Map<Integer, BoundExpression> values = References.values(project.projections());
    boolean usesVolatile =
        filter
            .condition()
            .contains(
                part ->
                    part instanceof BoundExpression.ColumnReference column
                        && values.containsKey(column.id())
                        && References.isVolatile(values.get(column.id())));
    return usesVolatile
        ? node
        : new Project(
            new Filter(project.input(), References.replace(filter.condition(), values)),
            project.projections());
  }
}
