package io.gabbro.function.comparison;

import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.LongVector;
import io.gabbro.vector.Selection;

/** Compares longs. */
final class LongComparison extends ComparisonKernel {
  LongComparison(ComparisonOperator operator) {
    super(operator);
  }

  @Override
  void equal(
      ColumnVector left, ColumnVector right, Selection rows, boolean negated, boolean[] target) {
    long[] a = ((LongVector) left).values();
    long[] b = ((LongVector) right).values();
    int count = rows.count();
    if (rows.isAll()) {
      for (int row = 0; row < count; row++) {
        target[row] = (a[row] == b[row]) != negated;
      }
    } else {
      int[] positions = rows.positions();
      for (int index = 0; index < count; index++) {
        int row = positions[index];
        target[row] = (a[row] == b[row]) != negated;
      }
    }
  }

  @Override
  void less(
      ColumnVector left, ColumnVector right, Selection rows, boolean negated, boolean[] target) {
    long[] a = ((LongVector) left).values();
    long[] b = ((LongVector) right).values();
    int count = rows.count();
    if (rows.isAll()) {
      for (int row = 0; row < count; row++) {
        target[row] = (a[row] < b[row]) != negated;
      }
    } else {
      int[] positions = rows.positions();
      for (int index = 0; index < count; index++) {
        int row = positions[index];
        target[row] = (a[row] < b[row]) != negated;
      }
    }
  }
}
