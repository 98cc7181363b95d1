package io.gabbro.function.arithmetic;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.function.EvaluationContext;
import io.gabbro.function.Kernel;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DoubleVector;
import io.gabbro.vector.Selection;

/** Quotients of REAL and DOUBLE PRECISION; zero divides only NaN. */
final class DoubleDivision implements Kernel {
  private final boolean isReal;

  DoubleDivision(boolean isReal) {
    this.isReal = isReal;
  }

  @Override
  public void evaluate(
      EvaluationContext context, ColumnVector[] arguments, Selection rows, ColumnVector result) {
    double[] left = ((DoubleVector) arguments[0]).values();
    double[] right = ((DoubleVector) arguments[1]).values();
    double[] target = ((DoubleVector) result).values();
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      if (right[row] == 0 && !Double.isNaN(left[row])) {
        throw new GabbroException(ErrorCode.DIVISION_BY_ZERO);
      }
      target[row] = left[row] / right[row];
    }
    DoubleArithmetic.finish(left, right, rows, target, isReal);
  }
}
