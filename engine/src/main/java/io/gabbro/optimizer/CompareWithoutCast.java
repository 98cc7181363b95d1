package io.gabbro.optimizer;

import io.gabbro.function.FunctionRegistry;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundExpression.Call;
import io.gabbro.plan.BoundExpression.Constant;
import io.gabbro.type.Coercion;
import io.gabbro.type.SqlType;
import java.util.List;
import java.util.Optional;

/**
 * Turns the constant of a comparison into the type of a value instead of the value into the type of
 * the constant, where the value's cast loses nothing. That saves a cast a row, and shows conditions
 * on keys.
 *
 * <pre>
 * CAST(i AS bigint) = 5                             →  i = 5
 * CAST(i AS numeric(10,0)) &gt;= 1.5                   →  i &gt; 1
 * CAST(d AS timestamp) &lt; TIMESTAMP '2024-01-31 00:00'  →  d &lt; DATE '2024-01-31'
 * </pre>
 */
final class CompareWithoutCast implements ExpressionRule {
  private final FunctionRegistry functions;

  CompareWithoutCast(FunctionRegistry functions) {
    this.functions = functions;
  }

  @Override
  public BoundExpression apply(BoundExpression expression) {
    return Comparison.of(expression)
        .flatMap(Comparison::withConstant)
        .flatMap(this::withoutCast)
        .orElse(expression);
  }

  private Optional<BoundExpression> withoutCast(Comparison comparison) {
    if (!(comparison.left() instanceof Call cast) || !cast.name().equals(Call.CAST)) {
      return Optional.empty();
    }
    BoundExpression value = cast.arguments().get(0);
    if (!isExact(value.type(), cast.type())) {
      return Optional.empty();
    }
    return Floor.of((Constant) comparison.right(), value.type())
        .flatMap(
            floor ->
                operator(comparison.operator(), floor.exact())
                    .flatMap(operator -> compare(value, operator, floor.value())));
  }

  /** Whether the cast keeps every value and the order. */
  private static boolean isExact(SqlType from, SqlType to) {
    boolean exactNumbers =
        from.kind().isInteger() && !to.kind().isFloating() && Coercion.isImplicit(from, to);
    return exactNumbers || (from.equals(SqlType.DATE) && to.equals(SqlType.TIMESTAMP));
  }

  /** The operator with which a value compares to the floor as it does to the constant. */
  private static Optional<String> operator(String operator, boolean exact) {
    if (exact) {
      return Optional.of(operator);
    }
    return switch (operator) {
      case ">", ">=" -> Optional.of(">");
      case "<", "<=" -> Optional.of("<=");
      default -> Optional.empty();
    };
  }

  private Optional<BoundExpression> compare(
      BoundExpression value, String operator, Constant constant) {
    return functions
        .scalar(operator)
        .flatMap(function -> function.resolve(List.of(value.type(), constant.type())))
        .map(signature -> new Call(operator, signature, List.of(value, constant)));
  }
}
