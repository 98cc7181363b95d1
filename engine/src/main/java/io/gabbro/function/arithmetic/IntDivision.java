package io.gabbro.function.arithmetic;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.function.EvaluationContext;
import io.gabbro.function.Kernel;
import io.gabbro.type.IntegerText;
import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.IntVector;
import io.gabbro.vector.Selection;

/** Quotients, cut towards zero, and remainders of SMALLINT and INTEGER. */
final class IntDivision implements Kernel {
  private final SqlType type;
  private final boolean isRemainder;

  IntDivision(SqlType type, boolean isRemainder) {
    this.type = type;
    this.isRemainder = isRemainder;
  }

  @Override
  public void evaluate(
      EvaluationContext context, ColumnVector[] arguments, Selection rows, ColumnVector result) {
    int[] left = ((IntVector) arguments[0]).values();
    int[] right = ((IntVector) arguments[1]).values();
    int[] target = ((IntVector) result).values();
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      int divisor = right[row];
      if (divisor == 0) {
        throw new GabbroException(ErrorCode.DIVISION_BY_ZERO);
      }
      if (divisor == -1) {
        target[row] = isRemainder ? 0 : negate(left[row]);
      } else {
        target[row] = isRemainder ? left[row] % divisor : left[row] / divisor;
      }
    }
  }

  private int negate(int value) {
    if (!IntegerText.isInRange(type.kind(), -(long) value)) {
      throw new GabbroException(ErrorCode.NUMERIC_OUT_OF_RANGE, type);
    }
    return -value;
  }
}
