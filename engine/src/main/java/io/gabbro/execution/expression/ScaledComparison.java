package io.gabbro.execution.expression;

import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundExpression.Call;
import io.gabbro.type.Int128;
import io.gabbro.type.SqlType;
import io.gabbro.type.TypeKind;
import io.gabbro.type.VectorKind;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DecimalVector;
import java.util.List;
import java.util.Optional;

/**
 * A comparison of a NUMERIC with a constant of fewer digits behind the point, as in {@code price <
 * 24}: the constant is brought to the scale of the value, so that words can be compared.
 */
final class ScaledComparison {
  private final ExpressionCompiler expressions;
  private final Call call;

  ScaledComparison(ExpressionCompiler expressions, Call call) {
    this.expressions = expressions;
    this.call = call;
  }

  /**
   * The comparison as a range.
   *
   * @param wanted selects the rows where it is true, or those where it is false
   * @return null when the call is something else
   */
  Predicate predicate(boolean wanted) {
    Optional<Comparison> comparison = Comparison.ofOperator(call.name());
    if (comparison.isEmpty() || call.arguments().size() != 2 || !call.signature().strict()) {
      return null;
    }
    boolean flips = expressions.isConstant(call.arguments().get(0));
    BoundExpression value = call.arguments().get(flips ? 1 : 0);
    BoundExpression constant = call.arguments().get(flips ? 0 : 1);
    SqlType valueType = call.signature().parameters().get(flips ? 1 : 0);
    SqlType constantType = call.signature().parameters().get(flips ? 0 : 1);
    if (!expressions.isConstant(constant)
        || valueType.kind() != TypeKind.NUMERIC
        || constantType.kind() != TypeKind.NUMERIC) {
      return null;
    }
    int digits = valueType.scale() - constantType.scale();
    if (digits <= 0 || constantType.length() + digits > SqlType.MAX_PRECISION) {
      return null;
    }
    Comparison kind = flips ? comparison.get().flipped() : comparison.get();
    return new RangePredicate(
        expressions.evaluator(value),
        List.of(
            new RangePredicate.Bound(
                wanted ? kind : kind.negated(), scaled(expressions.constant(constant), digits))));
  }

  private static ConstantEvaluator scaled(ConstantEvaluator constant, int digits) {
    return new ConstantEvaluator(
        VectorKind.DECIMAL, target -> writeScaled(constant.value(), digits, target));
  }

  private static void writeScaled(ColumnVector constant, int digits, ColumnVector target) {
    if (constant.isNull(0)) {
      target.setNull(0);
      return;
    }
    DecimalVector decimals = (DecimalVector) constant;
    Int128 number = new Int128();
    if (!number.set(decimals.highWord(0), decimals.low()[0]).scaleUp(digits)) {
      throw new IllegalStateException("a constant has more digits than its type");
    }
    ((DecimalVector) target).set(0, number.high(), number.low());
  }
}
