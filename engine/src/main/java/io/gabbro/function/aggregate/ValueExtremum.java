package io.gabbro.function.aggregate;

import io.gabbro.function.Accumulator;
import io.gabbro.type.VectorKind;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;

/**
 * The least or the greatest of values of a fixed size, kept in a vector of their own kind and
 * compared by it: REAL, DOUBLE PRECISION, NUMERIC and INTERVAL.
 */
final class ValueExtremum extends ArgumentAccumulator {
  private final boolean isMaximum;
  private final ColumnVector extrema;
  private int groupCount;

  ValueExtremum(VectorKind kind, boolean isMaximum) {
    this.isMaximum = isMaximum;
    extrema = ColumnVector.allocate(kind, 0);
  }

  @Override
  public void ensureGroups(int count) {
    extrema.ensureCapacity(count);
    for (; groupCount < count; groupCount++) {
      extrema.setNull(groupCount);
    }
  }

  @Override
  void addPresent(ColumnVector[] arguments, Selection rows, int[] groups) {
    ColumnVector values = arguments[0];
    if (groups == null) {
      int best = rows.position(0);
      for (int index = 1; index < rows.count(); index++) {
        int row = rows.position(index);
        best = isBetter(values.compare(row, values, best)) ? row : best;
      }
      add(0, values, best);
      return;
    }
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      add(groups[row], values, row);
    }
  }

  private boolean isBetter(int order) {
    return isMaximum ? order > 0 : order < 0;
  }

  private void add(int group, ColumnVector values, int row) {
    if (extrema.isNull(group) || isBetter(values.compare(row, extrema, group))) {
      extrema.copyRow(group, values, row);
    }
  }

  @Override
  public void combine(Accumulator other, int otherCount, int[] groups) {
    ColumnVector others = ((ValueExtremum) other).extrema;
    for (int group = 0; group < otherCount; group++) {
      if (!others.isNull(group)) {
        add(groups[group], others, group);
      }
    }
  }

  @Override
  public void result(int group, ColumnVector target, int row) {
    target.copyRow(row, extrema, group);
  }

  @Override
  public long memoryBytes() {
    return extrema.memoryBytes();
  }
}
