package io.gabbro.optimizer;

import io.gabbro.function.FunctionRegistry;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundExpression.Or;
import io.gabbro.plan.KeyAccess;
import io.gabbro.plan.KeyAccess.Range;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.plan.LogicalPlan.TableScan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads only the keys that conditions on the columns of the primary key allow: values of leading
 * columns, then bounds of the next one.
 *
 * <pre>
 * TableScan t                               TableScan t
 *   keys: all                           →     keys: a = 1 AND b &gt;= 2
 *   filter: a = 1 AND b &gt;= 2 AND c = 3         filter: c = 3
 * </pre>
 *
 * <p>Lists of values and alternatives with OR become several ranges. A condition leaves the filter
 * only if the ranges say exactly the same.
 */
final class TurnKeyConditionsIntoRanges implements PlanRule {
  private final NarrowIntegers integers;

  TurnKeyConditionsIntoRanges(FunctionRegistry functions) {
    this.integers = new NarrowIntegers(functions);
  }

  @Override
  public LogicalPlan apply(LogicalPlan node) {
    if (!(node instanceof TableScan scan)
        || !scan.access().isAll()
        || scan.filter().isEmpty()
        || scan.table().primaryKey().isEmpty()) {
      return node;
    }
    List<BoundExpression> conditions = Conditions.conjuncts(scan.filter().orElseThrow());
    KeyTests tests = new KeyTests(scan, integers);
    int parts = scan.table().primaryKey().size();
    KeyMatch plain = KeyMatch.of(conditions, tests, parts);
    KeyMatch match =
        plain.precision() == 2 * parts
            ? plain
            : alternatives(conditions, tests, parts, plain.precision()).orElse(plain);
    return match.precision() == 0
        ? node
        : new TableScan(
            scan.table(),
            scan.columns(),
            new KeyAccess(match.ranges()),
            Conditions.all(match.rest()),
            scan.order());
  }

  /** The ranges of each branch of an OR, if every branch fixes more than the rest alone does. */
  private static Optional<KeyMatch> alternatives(
      List<BoundExpression> conditions, KeyTests tests, int parts, int plain) {
    for (BoundExpression condition : conditions) {
      if (condition instanceof Or or) {
        List<BoundExpression> others = new ArrayList<>(conditions);
        others.removeIf(other -> other == condition);
        Optional<List<Range>> ranges = branches(or, others, tests, parts, plain);
        if (ranges.isPresent()) {
          return Optional.of(new KeyMatch(ranges.orElseThrow(), conditions, plain + 1));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<List<Range>> branches(
      Or or, List<BoundExpression> others, KeyTests tests, int parts, int plain) {
    List<Range> ranges = new ArrayList<>();
    for (BoundExpression branch : or.conditions()) {
      List<BoundExpression> conditions = new ArrayList<>(Conditions.conjuncts(branch));
      conditions.addAll(others);
      KeyMatch match = KeyMatch.of(conditions, tests, parts);
      ranges.addAll(match.ranges());
      if (match.precision() <= plain || ranges.size() > KeyMatch.MAX_RANGES) {
        return Optional.empty();
      }
    }
    return Optional.of(ranges);
  }
}
