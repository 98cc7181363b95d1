package io.gabbro.function.comparison;

import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DoubleVector;
import io.gabbro.vector.Selection;

/** Compares doubles; NaN equals itself and is greater than all others. */
final class DoubleComparison extends ComparisonKernel {
  DoubleComparison(ComparisonOperator operator) {
    super(operator);
  }

  @Override
  void equal(
      ColumnVector left, ColumnVector right, Selection rows, boolean negated, boolean[] target) {
    double[] a = ((DoubleVector) left).values();
    double[] b = ((DoubleVector) right).values();
    int count = rows.count();
    if (rows.isAll()) {
      for (int row = 0; row < count; row++) {
        target[row] = isEqual(a[row], b[row]) != negated;
      }
    } else {
      int[] positions = rows.positions();
      for (int index = 0; index < count; index++) {
        int row = positions[index];
        target[row] = isEqual(a[row], b[row]) != negated;
      }
    }
  }

  @Override
  void less(
      ColumnVector left, ColumnVector right, Selection rows, boolean negated, boolean[] target) {
    double[] a = ((DoubleVector) left).values();
    double[] b = ((DoubleVector) right).values();
    int count = rows.count();
    if (rows.isAll()) {
      for (int row = 0; row < count; row++) {
        target[row] = isLess(a[row], b[row]) != negated;
      }
    } else {
      int[] positions = rows.positions();
      for (int index = 0; index < count; index++) {
        int row = positions[index];
        target[row] = isLess(a[row], b[row]) != negated;
      }
    }
  }

  private static boolean isEqual(double left, double right) {
    return left == right || (Double.isNaN(left) && Double.isNaN(right));
  }

  private static boolean isLess(double left, double right) {
    return left < right || (Double.isNaN(right) && !Double.isNaN(left));
  }
}
