package io.gabbro.optimizer;

import io.gabbro.error.GabbroException;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundExpression.Call;
import io.gabbro.plan.BoundExpression.Constant;
import io.gabbro.plan.ConstantEvaluator;

/**
 * Computes calls of stable functions with constant arguments.
 *
 * <pre>
 * a &gt; 1 + 2     →  a &gt; 3
 * abs(a, NULL)  →  NULL        for strict functions
 * 1 / 0         →  1 / 0       an error stays in place: the row that meets it may never come
 * </pre>
 */
final class FoldConstants implements ExpressionRule {
  @Override
  public BoundExpression apply(BoundExpression expression) {
    if (!(expression instanceof Call call)) {
      return expression;
    }
    if (isNull(call)) {
      return new Constant(call.type(), null);
    }
    if (!ConstantEvaluator.isEvaluable(call)) {
      return expression;
    }
    try {
      return ConstantEvaluator.evaluate(call);
    } catch (GabbroException raisedAtRunTime) {
      return expression;
    }
  }

  private static boolean isNull(Call call) {
    return call.signature().strict()
        && call.arguments().stream()
            .anyMatch(a -> a instanceof Constant constant && constant.value() == null);
  }
}
