package io.gabbro.optimizer;

import io.gabbro.function.FunctionRegistry;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundExpression.Call;
import io.gabbro.plan.BoundExpression.Not;
import java.util.Map;

/**
 * Turns the negation of a comparison into the opposite comparison.
 *
 * <pre>
 * NOT (a &lt; b)  →  a &gt;= b
 * </pre>
 */
final class NegateComparisons implements ExpressionRule {
  private static final Map<String, String> OPPOSITES =
      Map.of(
          "=", "<>",
          "<>", "=",
          "<", ">=",
          ">=", "<",
          ">", "<=",
          "<=", ">",
          "is distinct from", "is not distinct from",
          "is not distinct from", "is distinct from");

  private final FunctionRegistry functions;

  NegateComparisons(FunctionRegistry functions) {
    this.functions = functions;
  }

  @Override
  public BoundExpression apply(BoundExpression expression) {
    if (!(expression instanceof Not not && not.condition() instanceof Call call)
        || !OPPOSITES.containsKey(call.name())) {
      return expression;
    }
    String opposite = OPPOSITES.get(call.name());
    return functions
        .scalar(opposite)
        .flatMap(function -> function.resolve(call.signature().parameters()))
        .<BoundExpression>map(signature -> new Call(opposite, signature, call.arguments()))
        .orElse(expression);
  }
}
