package io.gabbro.function.arithmetic;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.function.EvaluationContext;
import io.gabbro.function.Kernel;
import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.LongVector;
import io.gabbro.vector.Selection;

/** Sums, differences and products of BIGINT, checked once a batch. */
final class LongArithmetic implements Kernel {
  private final ArithmeticOperator operator;

  LongArithmetic(ArithmeticOperator operator) {
    this.operator = operator;
  }

  @Override
  public void evaluate(
      EvaluationContext context, ColumnVector[] arguments, Selection rows, ColumnVector result) {
    long[] left = ((LongVector) arguments[0]).values();
    long[] right = ((LongVector) arguments[1]).values();
    long[] target = ((LongVector) result).values();
    boolean fits =
        switch (operator) {
          case ADD -> LongLoops.add(left, right, rows, target);
          case SUBTRACT -> LongLoops.subtract(left, right, rows, target);
          case MULTIPLY -> LongLoops.multiply(left, right, rows, target);
        };
    if (!fits) {
      throw new GabbroException(ErrorCode.NUMERIC_OUT_OF_RANGE, SqlType.BIGINT);
    }
  }
}
