package io.gabbro.optimizer;

import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.KeyAccess.Bound;
import java.util.List;
import java.util.Optional;

/**
 * What a condition says of one column of a key: it is one of some values, or between bounds.
 *
 * @param part the position of the column in the primary key
 * @param values the values, empty when it has bounds
 * @param lower the lower bound
 * @param upper the upper bound
 * @param exact whether the condition says no more than that
 */
record KeyTest(
    int part,
    List<BoundExpression> values,
    Optional<Bound> lower,
    Optional<Bound> upper,
    boolean exact) {
  static KeyTest oneOf(int part, List<BoundExpression> values, boolean exact) {
    return new KeyTest(part, values, Optional.empty(), Optional.empty(), exact);
  }

  static KeyTest atLeast(int part, Bound lower, boolean exact) {
    return new KeyTest(part, List.of(), Optional.of(lower), Optional.empty(), exact);
  }

  static KeyTest atMost(int part, Bound upper, boolean exact) {
    return new KeyTest(part, List.of(), Optional.empty(), Optional.of(upper), exact);
  }

  boolean isEquality() {
    return !values.isEmpty();
  }
}
