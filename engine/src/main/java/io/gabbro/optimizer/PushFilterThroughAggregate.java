package io.gabbro.optimizer;

import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.plan.LogicalPlan.Aggregate;
import io.gabbro.plan.LogicalPlan.Filter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Filters by the keys of groups before making the groups.
 *
 * <pre>
 * Filter k = 1 AND count &gt; 5        Filter count &gt; 5
 *   Aggregate by k              →      Aggregate by k
 *                                        Filter k = 1
 * </pre>
 *
 * <p>A condition without columns stays: without rows there is no group, but without keys there
 * always is one.
 */
final class PushFilterThroughAggregate implements PlanRule {
  @Override
  public LogicalPlan apply(LogicalPlan node) {
    if (!(node instanceof Filter filter && filter.input() instanceof Aggregate aggregate)) {
      return node;
    }
    Map<Integer, BoundExpression> keys = References.values(aggregate.keys());
    List<BoundExpression> before = new ArrayList<>();
    List<BoundExpression> after = new ArrayList<>();
    for (BoundExpression condition : Conditions.conjuncts(filter.condition())) {
      Set<Integer> columns = new HashSet<>();
      References.collect(condition, columns);
      boolean onKeys =
          !columns.isEmpty()
              && keys.keySet().containsAll(columns)
              && !References.isVolatile(condition)
              && columns.stream().noneMatch(column -> References.isVolatile(keys.get(column)));
      if (onKeys) {
        before.add(References.replace(condition, keys));
      } else {
        after.add(condition);
      }
    }
    if (before.isEmpty()) {
      return node;
    }
    LogicalPlan pushed =
        new Aggregate(
            new Filter(aggregate.input(), Conditions.all(before).orElseThrow()),
            aggregate.keys(),
            aggregate.aggregates());
    return Conditions.all(after).<LogicalPlan>map(c -> new Filter(pushed, c)).orElse(pushed);
  }
}
