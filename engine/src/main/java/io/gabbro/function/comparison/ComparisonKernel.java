package io.gabbro.function.comparison;

import io.gabbro.function.EvaluationContext;
import io.gabbro.function.Kernel;
import io.gabbro.type.SqlType;
import io.gabbro.vector.BooleanVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;
import java.util.function.Supplier;

/**
 * Compares two vectors. Subclasses have two loops a relation, "equal" and "less"; the other four
 * operators swap the sides or turn the result round.
 */
abstract class ComparisonKernel implements Kernel {
  private final ComparisonOperator operator;

  ComparisonKernel(ComparisonOperator operator) {
    this.operator = operator;
  }

  /** Makes kernels that compare values of two types whose vectors are of the same kind. */
  static Supplier<Kernel> of(ComparisonOperator operator, SqlType left, SqlType right) {
    return switch (left.vectorKind()) {
      case INT -> () -> new IntComparison(operator);
      case LONG -> () -> new LongComparison(operator);
      case DOUBLE -> () -> new DoubleComparison(operator);
      case DECIMAL ->
          operator.isSwapped()
              ? () -> new DecimalComparison(operator, right, left)
              : () -> new DecimalComparison(operator, left, right);
      case BYTES -> () -> new BytesComparison(operator);
      case BOOLEAN, INTERVAL -> () -> new ValueComparison(operator);
    };
  }

  @Override
  public final void evaluate(
      EvaluationContext context, ColumnVector[] arguments, Selection rows, ColumnVector result) {
    ColumnVector left = arguments[operator.isSwapped() ? 1 : 0];
    ColumnVector right = arguments[operator.isSwapped() ? 0 : 1];
    boolean[] target = ((BooleanVector) result).values();
    if (operator.isEquality()) {
      equal(left, right, rows, operator.isNegated(), target);
    } else {
      less(left, right, rows, operator.isNegated(), target);
    }
  }

  /** Whether left equals right, turned round if {@code negated}. */
  abstract void equal(
      ColumnVector left, ColumnVector right, Selection rows, boolean negated, boolean[] target);

  /** Whether left is less than right, turned round if {@code negated}. */
  abstract void less(
      ColumnVector left, ColumnVector right, Selection rows, boolean negated, boolean[] target);
}
