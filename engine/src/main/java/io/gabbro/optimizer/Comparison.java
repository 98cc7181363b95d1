package io.gabbro.optimizer;

import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundExpression.Call;
import io.gabbro.plan.BoundExpression.Constant;
import java.util.Map;
import java.util.Optional;

/**
 * A comparison, turned so that what varies stands on the left.
 *
 * @param left what is compared
 * @param operator one of {@code = <> < <= > >=}
 * @param right what it is compared with
 */
record Comparison(BoundExpression left, String operator, BoundExpression right) {
  private static final Map<String, String> TURNED =
      Map.of("=", "=", "<>", "<>", "<", ">", ">", "<", "<=", ">=", ">=", "<=");

  /** An expression as a comparison as it stands; empty when it is none. */
  static Optional<Comparison> of(BoundExpression expression) {
    return expression instanceof Call call && TURNED.containsKey(call.name())
        ? Optional.of(new Comparison(call.arguments().get(0), call.name(), call.arguments().get(1)))
        : Optional.empty();
  }

  /** The same with the sides exchanged. */
  Comparison turned() {
    return new Comparison(/* left= */ right, TURNED.get(operator), /* right= */ left);
  }

  /** The same with a constant on the right, where one side is a constant. */
  Optional<Comparison> withConstant() {
    if (right instanceof Constant) {
      return Optional.of(this);
    }
    return left instanceof Constant ? Optional.of(turned()) : Optional.empty();
  }
}
