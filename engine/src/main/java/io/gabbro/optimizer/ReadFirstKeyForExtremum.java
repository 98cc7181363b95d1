package io.gabbro.optimizer;

import io.gabbro.plan.AggregateCall;
import io.gabbro.plan.BoundExpression.Constant;
import io.gabbro.plan.KeyOrder;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.plan.LogicalPlan.Aggregate;
import io.gabbro.plan.LogicalPlan.Limit;
import io.gabbro.plan.LogicalPlan.TableScan;
import io.gabbro.plan.SortKey;
import io.gabbro.type.SqlType;
import java.util.List;
import java.util.Optional;

/**
 * Reads one row for the least or greatest key.
 *
 * <pre>
 * Aggregate max(k)        Aggregate max(k)
 *   TableScan t      →      Limit 1
 *                             TableScan t
 *                               order: backward
 * </pre>
 *
 * <p>Not with a filter: reading many rows in order until one matches can take longer than reading
 * all of them in parallel.
 */
final class ReadFirstKeyForExtremum implements PlanRule {
  @Override
  public LogicalPlan apply(LogicalPlan node) {
    if (!(node instanceof Aggregate aggregate && aggregate.input() instanceof TableScan scan)
        || !aggregate.keys().isEmpty()
        || aggregate.aggregates().size() != 1
        || scan.filter().isPresent()
        || scan.order() != KeyOrder.ANY
        || scan.table().primaryKey().isEmpty()) {
      return node;
    }
    AggregateCall call = aggregate.aggregates().get(0);
    boolean extremum = call.name().equals("min") || call.name().equals("max");
    if (!extremum || call.filter().isPresent()) {
      return node;
    }
    boolean greatest = call.name().equals("max");
    KeyOrder order =
        KeyOrdering.of(scan, List.of(new SortKey(call.arguments().get(0), greatest, greatest)));
    return order == KeyOrder.ANY
        ? node
        : new Aggregate(
            new Limit(
                RemoveSortServedByKeyOrder.inOrder(scan, order),
                Optional.of(new Constant(SqlType.BIGINT, 1L)),
                Optional.empty()),
            aggregate.keys(),
            aggregate.aggregates());
  }
}
