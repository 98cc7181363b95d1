package io.gabbro.plan.binder;

import io.gabbro.plan.BoundExpression;
import java.util.List;

/**
 * Whether two expressions are written alike, so that one stands for the other between the SELECT
 * list, GROUP BY and ORDER BY. Unlike {@code equals} it holds for volatile functions too: {@code
 * SELECT random() … ORDER BY random()} sorts by the column.
 */
final class SameComputation {
  private SameComputation() {}

  static boolean of(BoundExpression left, BoundExpression right) {
    if (left instanceof BoundExpression.Call leftCall
        && right instanceof BoundExpression.Call rightCall) {
      return leftCall.name().equals(rightCall.name())
          && leftCall.signature().parameters().equals(rightCall.signature().parameters())
          && leftCall.type().equals(rightCall.type())
          && of(leftCall.arguments(), rightCall.arguments());
    }
    if (left.operands().isEmpty()) {
      return left.equals(right);
    }
    return left.getClass() == right.getClass()
        && left.type().equals(right.type())
        && of(left.operands(), right.operands());
  }

  static boolean of(List<BoundExpression> left, List<BoundExpression> right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int index = 0; index < left.size(); index++) {
      if (!of(left.get(index), right.get(index))) {
        return false;
      }
    }
    return true;
  }
}
