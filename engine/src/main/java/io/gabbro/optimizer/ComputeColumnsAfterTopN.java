package io.gabbro.optimizer;

import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundExpression.ColumnReference;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.plan.LogicalPlan.Project;
import io.gabbro.plan.LogicalPlan.TopN;
import io.gabbro.plan.SortKey;
import java.util.List;
import java.util.Map;

/**
 * Computes columns of the few rows that TopN leaves only, if it does not sort by them.
 *
 * <pre>
 * TopN 10 by a               Project a, b || c AS x
 *   Project a, b || c AS x  →   TopN 10 by a
 * </pre>
 */
final class ComputeColumnsAfterTopN implements PlanRule {
  @Override
  public LogicalPlan apply(LogicalPlan node) {
    if (!(node instanceof TopN top && top.input() instanceof Project project)) {
      return node;
    }
    Map<Integer, BoundExpression> values = References.values(project.projections());
    List<SortKey> keys = top.keys().stream().map(key -> replace(key, values)).toList();
    boolean plain = keys.stream().allMatch(key -> key.value() instanceof ColumnReference);
    return plain
        ? new Project(
            new TopN(project.input(), keys, top.limit(), top.offset()), project.projections())
        : node;
  }

  private static SortKey replace(SortKey key, Map<Integer, BoundExpression> values) {
    return new SortKey(References.replace(key.value(), values), key.descending(), key.nullsFirst());
  }
}
