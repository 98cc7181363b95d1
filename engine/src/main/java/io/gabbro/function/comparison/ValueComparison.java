package io.gabbro.function.comparison;

import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;

/** Compares through the vectors, a value at a time: for kinds that no hot loop compares. */
final class ValueComparison extends ComparisonKernel {
  ValueComparison(ComparisonOperator operator) {
    super(operator);
  }

  @Override
  void equal(
      ColumnVector left, ColumnVector right, Selection rows, boolean negated, boolean[] target) {
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      target[row] = left.equalValues(row, right, row) != negated;
    }
  }

  @Override
  void less(
      ColumnVector left, ColumnVector right, Selection rows, boolean negated, boolean[] target) {
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      target[row] = left.compare(row, right, row) < 0 != negated;
    }
  }
}
