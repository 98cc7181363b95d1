package io.gabbro.function.arithmetic;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.function.EvaluationContext;
import io.gabbro.function.Kernel;
import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.LongVector;
import io.gabbro.vector.Selection;

/** Quotients, cut towards zero, and remainders of BIGINT. */
final class LongDivision implements Kernel {
  private final boolean isRemainder;

  LongDivision(boolean isRemainder) {
    this.isRemainder = isRemainder;
  }

  @Override
  public void evaluate(
      EvaluationContext context, ColumnVector[] arguments, Selection rows, ColumnVector result) {
    long[] left = ((LongVector) arguments[0]).values();
    long[] right = ((LongVector) arguments[1]).values();
    long[] target = ((LongVector) result).values();
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      long divisor = right[row];
      if (divisor == 0) {
        throw new GabbroException(ErrorCode.DIVISION_BY_ZERO);
      }
      if (isRemainder) {
        target[row] = left[row] % divisor;
      } else if (divisor == -1 && left[row] == Long.MIN_VALUE) {
        throw new GabbroException(ErrorCode.NUMERIC_OUT_OF_RANGE, SqlType.BIGINT);
      } else {
        target[row] = left[row] / divisor;
      }
    }
  }
}
