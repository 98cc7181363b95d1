package io.gabbro.optimizer;

import io.gabbro.function.FunctionRegistry;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundExpression.Call;
import java.util.List;
import java.util.Optional;

/**
 * Turns LIKE without wildcards into a comparison.
 *
 * <pre>
 * a LIKE 'abc'  →  a = 'abc'
 * </pre>
 */
final class TurnLikeIntoComparison implements ExpressionRule {
  private static final String EQUAL = "=";

  private final FunctionRegistry functions;

  TurnLikeIntoComparison(FunctionRegistry functions) {
    this.functions = functions;
  }

  @Override
  public BoundExpression apply(BoundExpression expression) {
    return LikePrefix.of(expression)
        .filter(like -> like.rest() == LikePrefix.Rest.NOTHING)
        .flatMap(this::comparison)
        .orElse(expression);
  }

  private Optional<BoundExpression> comparison(LikePrefix like) {
    return functions
        .scalar(EQUAL)
        .flatMap(function -> function.resolve(List.of(like.value().type(), like.lower().type())))
        .map(signature -> new Call(EQUAL, signature, List.of(like.value(), like.lower())));
  }
}
