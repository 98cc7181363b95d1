package io.gabbro.optimizer;

import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.plan.LogicalPlan.Filter;
import io.gabbro.plan.LogicalPlan.TableScan;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets a scan apply a filter, so that it decodes the other columns of matching rows only.
 *
 * <pre>
 * Filter a &gt; 1        TableScan t
 *   TableScan t    →    filter: a &gt; 1
 * </pre>
 */
final class PushFilterIntoScan implements PlanRule {
  @Override
  public LogicalPlan apply(LogicalPlan node) {
    if (!(node instanceof Filter filter && filter.input() instanceof TableScan scan)) {
      return node;
    }
    List<BoundExpression> conditions = new ArrayList<>();
    scan.filter().map(Conditions::conjuncts).ifPresent(conditions::addAll);
    conditions.addAll(Conditions.conjuncts(filter.condition()));
    return new TableScan(
        scan.table(), scan.columns(), scan.access(), Conditions.all(conditions), scan.order());
  }
}
