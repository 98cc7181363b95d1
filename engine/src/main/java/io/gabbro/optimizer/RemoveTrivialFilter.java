package io.gabbro.optimizer;

import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundExpression.Constant;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.plan.LogicalPlan.Filter;
import io.gabbro.plan.LogicalPlan.TableScan;
import io.gabbro.plan.LogicalPlan.Values;
import java.util.List;
import java.util.Optional;

/**
 * Takes out filters that let everything through, and reads nothing where nothing gets through.
 *
 * <pre>
 * Filter TRUE          →  TableScan t
 *   TableScan t
 *
 * Filter a AND FALSE   →  Values 0 rows
 *   TableScan t
 * </pre>
 */
final class RemoveTrivialFilter implements PlanRule {
  @Override
  public LogicalPlan apply(LogicalPlan node) {
    if (node instanceof Filter filter) {
      return switch (outcome(filter.condition())) {
        case ALL -> filter.input();
        case NONE -> new Values(filter.output(), List.of());
        case SOME -> node;
      };
    }
    if (node instanceof TableScan scan && scan.filter().isPresent()) {
      return switch (outcome(scan.filter().orElseThrow())) {
        case ALL ->
            new TableScan(
                scan.table(), scan.columns(), scan.access(), Optional.empty(), scan.order());
        case NONE -> new Values(scan.output(), List.of());
        case SOME -> node;
      };
    }
    return node;
  }

  private enum Outcome {
    ALL,
    SOME,
    NONE
  }

  private static Outcome outcome(BoundExpression condition) {
    boolean none =
        Conditions.conjuncts(condition).stream()
            .anyMatch(
                part ->
                    part instanceof Constant constant && !Boolean.TRUE.equals(constant.value()));
    if (none) {
      return Outcome.NONE;
    }
    return condition instanceof Constant ? Outcome.ALL : Outcome.SOME;
  }
}
