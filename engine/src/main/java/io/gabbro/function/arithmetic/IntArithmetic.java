package io.gabbro.function.arithmetic;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.function.EvaluationContext;
import io.gabbro.function.Kernel;
import io.gabbro.type.SqlType;
import io.gabbro.type.TypeKind;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.IntVector;
import io.gabbro.vector.Selection;

/**
 * Sums, differences and products of SMALLINT and INTEGER: computed in 64 bits, and checked once a
 * batch.
 */
final class IntArithmetic implements Kernel {
  private final ArithmeticOperator operator;
  private final SqlType type;
  private final int shift;

  /** Computes results of SMALLINT or INTEGER. */
  IntArithmetic(ArithmeticOperator operator, SqlType type) {
    this.operator = operator;
    this.type = type;
    shift = Long.SIZE - (type.kind() == TypeKind.SMALLINT ? Short.SIZE : Integer.SIZE);
  }

  @Override
  public void evaluate(
      EvaluationContext context, ColumnVector[] arguments, Selection rows, ColumnVector result) {
    int[] left = ((IntVector) arguments[0]).values();
    int[] right = ((IntVector) arguments[1]).values();
    int[] target = ((IntVector) result).values();
    long lost =
        switch (operator) {
          case ADD -> add(left, right, rows, target);
          case SUBTRACT -> subtract(left, right, rows, target);
          case MULTIPLY -> multiply(left, right, rows, target);
        };
    if (lost != 0) {
      throw new GabbroException(ErrorCode.NUMERIC_OUT_OF_RANGE, type);
    }
  }

  /** The bits of a value that the type cannot hold; 0 when it holds the value. */
  private long lost(long value) {
    return ((value << shift) >> shift) ^ value;
  }

  private long add(int[] left, int[] right, Selection rows, int[] target) {
    long lost = 0;
    int count = rows.count();
    if (rows.isAll()) {
      for (int row = 0; row < count; row++) {
        long sum = (long) left[row] + right[row];
        target[row] = (int) sum;
        lost |= lost(sum);
      }
    } else {
      int[] positions = rows.positions();
      for (int index = 0; index < count; index++) {
        int row = positions[index];
        long sum = (long) left[row] + right[row];
        target[row] = (int) sum;
        lost |= lost(sum);
      }
    }
    return lost;
  }

  private long subtract(int[] left, int[] right, Selection rows, int[] target) {
    long lost = 0;
    int count = rows.count();
    if (rows.isAll()) {
      for (int row = 0; row < count; row++) {
        long difference = (long) left[row] - right[row];
        target[row] = (int) difference;
        lost |= lost(difference);
      }
    } else {
      int[] positions = rows.positions();
      for (int index = 0; index < count; index++) {
        int row = positions[index];
        long difference = (long) left[row] - right[row];
        target[row] = (int) difference;
        lost |= lost(difference);
      }
    }
    return lost;
  }

  private long multiply(int[] left, int[] right, Selection rows, int[] target) {
    long lost = 0;
    int count = rows.count();
    if (rows.isAll()) {
      for (int row = 0; row < count; row++) {
        long product = (long) left[row] * right[row];
        target[row] = (int) product;
        lost |= lost(product);
      }
    } else {
      int[] positions = rows.positions();
      for (int index = 0; index < count; index++) {
        int row = positions[index];
        long product = (long) left[row] * right[row];
        target[row] = (int) product;
        lost |= lost(product);
      }
    }
    return lost;
  }
}
