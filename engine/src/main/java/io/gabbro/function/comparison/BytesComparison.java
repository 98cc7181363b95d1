package io.gabbro.function.comparison;

import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;
import java.util.Arrays;

/** Compares byte strings, byte by byte as unsigned numbers. */
final class BytesComparison extends ComparisonKernel {
  BytesComparison(ComparisonOperator operator) {
    super(operator);
  }

  @Override
  void equal(
      ColumnVector left, ColumnVector right, Selection rows, boolean negated, boolean[] target) {
    BytesVector a = (BytesVector) left;
    BytesVector b = (BytesVector) right;
    int count = rows.count();
    if (rows.isAll()) {
      for (int row = 0; row < count; row++) {
        target[row] = isEqual(a, b, row) != negated;
      }
    } else {
      int[] positions = rows.positions();
      for (int index = 0; index < count; index++) {
        int row = positions[index];
        target[row] = isEqual(a, b, row) != negated;
      }
    }
  }

  private static boolean isEqual(BytesVector left, BytesVector right, int row) {
    int length = left.length(row);
    if (length != right.length(row)) {
      return false;
    }
    int a = left.start(row);
    int b = right.start(row);
    // Most unequal values differ in their last byte, and fewer in their first.
    return length == 0
        || (left.data()[a + length - 1] == right.data()[b + length - 1]
            && Arrays.equals(left.data(), a, a + length, right.data(), b, b + length));
  }

  @Override
  void less(
      ColumnVector left, ColumnVector right, Selection rows, boolean negated, boolean[] target) {
    BytesVector a = (BytesVector) left;
    BytesVector b = (BytesVector) right;
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      target[row] = a.compare(row, b, row) < 0 != negated;
    }
  }
}
