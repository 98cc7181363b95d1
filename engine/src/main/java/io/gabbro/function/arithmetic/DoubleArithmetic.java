package io.gabbro.function.arithmetic;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.function.EvaluationContext;
import io.gabbro.function.Kernel;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DoubleVector;
import io.gabbro.vector.Selection;

/**
 * Sums, differences and products of REAL and DOUBLE PRECISION. An infinite result of finite
 * operands is an error; batches are looked at again only when they hold a result that is not
 * finite.
 */
final class DoubleArithmetic implements Kernel {
  private final ArithmeticOperator operator;
  private final boolean isReal;

  /** Computes results of REAL or of DOUBLE PRECISION. */
  DoubleArithmetic(ArithmeticOperator operator, boolean isReal) {
    this.operator = operator;
    this.isReal = isReal;
  }

  @Override
  public void evaluate(
      EvaluationContext context, ColumnVector[] arguments, Selection rows, ColumnVector result) {
    double[] left = ((DoubleVector) arguments[0]).values();
    double[] right = ((DoubleVector) arguments[1]).values();
    double[] target = ((DoubleVector) result).values();
    switch (operator) {
      case ADD -> add(left, right, rows, target);
      case SUBTRACT -> subtract(left, right, rows, target);
      case MULTIPLY -> multiply(left, right, rows, target);
    }
    finish(left, right, rows, target, isReal);
  }

  private static void add(double[] left, double[] right, Selection rows, double[] target) {
    int count = rows.count();
    if (rows.isAll()) {
      for (int row = 0; row < count; row++) {
        target[row] = left[row] + right[row];
      }
    } else {
      int[] positions = rows.positions();
      for (int index = 0; index < count; index++) {
        int row = positions[index];
        target[row] = left[row] + right[row];
      }
    }
  }

  private static void subtract(double[] left, double[] right, Selection rows, double[] target) {
    int count = rows.count();
    if (rows.isAll()) {
      for (int row = 0; row < count; row++) {
        target[row] = left[row] - right[row];
      }
    } else {
      int[] positions = rows.positions();
      for (int index = 0; index < count; index++) {
        int row = positions[index];
        target[row] = left[row] - right[row];
      }
    }
  }

  private static void multiply(double[] left, double[] right, Selection rows, double[] target) {
    int count = rows.count();
    if (rows.isAll()) {
      for (int row = 0; row < count; row++) {
        target[row] = left[row] * right[row];
      }
    } else {
      int[] positions = rows.positions();
      for (int index = 0; index < count; index++) {
        int row = positions[index];
        target[row] = left[row] * right[row];
      }
    }
  }

  /** Rounds results of REAL to float and looks for overflow. */
  static void finish(
      double[] left, double[] right, Selection rows, double[] target, boolean isReal) {
    int count = rows.count();
    boolean finite = true;
    if (isReal) {
      for (int index = 0; index < count; index++) {
        int row = rows.position(index);
        target[row] = (float) target[row];
      }
    }
    if (rows.isAll()) {
      for (int row = 0; row < count; row++) {
        finite &= Math.abs(target[row]) <= Double.MAX_VALUE;
      }
    } else {
      int[] positions = rows.positions();
      for (int index = 0; index < count; index++) {
        finite &= Math.abs(target[positions[index]]) <= Double.MAX_VALUE;
      }
    }
    if (!finite) {
      for (int index = 0; index < count; index++) {
        int row = rows.position(index);
        if (Double.isInfinite(target[row])
            && !Double.isInfinite(left[row])
            && !Double.isInfinite(right[row])) {
          throw new GabbroException(ErrorCode.NUMERIC_OUT_OF_RANGE, "value");
        }
      }
    }
  }
}
