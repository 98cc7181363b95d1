package io.gabbro.execution.expression;

import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;
import java.util.Arrays;

/**
 * Loops that compare values and write the positions of the rows for which the result is the wanted
 * one. They do not know NULL; {@link #withoutNulls} takes those rows out afterwards.
 *
 * <p>Each reads position {@code index} of the input before it writes position {@code index} or less
 * of the output, so that both may be the same array. {@code rows} is null for the first {@code
 * count} rows. Each returns the number of positions written.
 */
final class ComparisonLoops {
  private ComparisonLoops() {}

  /** Values from {@code lower} to {@code upper}, both inclusive. */
  static int inRange(
      int[] values, int lower, int upper, boolean wanted, int[] rows, int count, int[] target) {
    int span = upper - lower + Integer.MIN_VALUE;
    int kept = 0;
    if (rows == null) {
      for (int row = 0; row < count; row++) {
        target[kept] = row;
        kept += (values[row] - lower + Integer.MIN_VALUE <= span) == wanted ? 1 : 0;
      }
      return kept;
    }
    for (int index = 0; index < count; index++) {
      int row = rows[index];
      target[kept] = row;
      kept += (values[row] - lower + Integer.MIN_VALUE <= span) == wanted ? 1 : 0;
    }
    return kept;
  }

  /** Values from {@code lower} to {@code upper}, both inclusive. */
  static int inRange(
      long[] values, long lower, long upper, boolean wanted, int[] rows, int count, int[] target) {
    long span = upper - lower + Long.MIN_VALUE;
    int kept = 0;
    if (rows == null) {
      for (int row = 0; row < count; row++) {
        target[kept] = row;
        kept += (values[row] - lower + Long.MIN_VALUE <= span) == wanted ? 1 : 0;
      }
      return kept;
    }
    for (int index = 0; index < count; index++) {
      int row = rows[index];
      target[kept] = row;
      kept += (values[row] - lower + Long.MIN_VALUE <= span) == wanted ? 1 : 0;
    }
    return kept;
  }

  /** Whether left is less than right. */
  static int less(int[] left, int[] right, boolean wanted, int[] rows, int count, int[] target) {
    int kept = 0;
    for (int index = 0; index < count; index++) {
      int row = rows == null ? index : rows[index];
      target[kept] = row;
      kept += (left[row] < right[row]) == wanted ? 1 : 0;
    }
    return kept;
  }

  /** Whether left is less than right. */
  static int less(long[] left, long[] right, boolean wanted, int[] rows, int count, int[] target) {
    int kept = 0;
    for (int index = 0; index < count; index++) {
      int row = rows == null ? index : rows[index];
      target[kept] = row;
      kept += (left[row] < right[row]) == wanted ? 1 : 0;
    }
    return kept;
  }

  /** Whether left is less than right; NaN is greater than all others. */
  static int less(
      double[] left, double[] right, boolean wanted, int[] rows, int count, int[] target) {
    int kept = 0;
    for (int index = 0; index < count; index++) {
      int row = rows == null ? index : rows[index];
      double a = left[row];
      double b = right[row];
      target[kept] = row;
      kept += (a < b || (Double.isNaN(b) && !Double.isNaN(a))) == wanted ? 1 : 0;
    }
    return kept;
  }

  /** Whether both are equal. */
  static int equal(int[] left, int[] right, boolean wanted, int[] rows, int count, int[] target) {
    int kept = 0;
    for (int index = 0; index < count; index++) {
      int row = rows == null ? index : rows[index];
      target[kept] = row;
      kept += (left[row] == right[row]) == wanted ? 1 : 0;
    }
    return kept;
  }

  /** Whether both are equal. */
  static int equal(long[] left, long[] right, boolean wanted, int[] rows, int count, int[] target) {
    int kept = 0;
    for (int index = 0; index < count; index++) {
      int row = rows == null ? index : rows[index];
      target[kept] = row;
      kept += (left[row] == right[row]) == wanted ? 1 : 0;
    }
    return kept;
  }

  /** Whether both are equal; NaN is equal to itself. */
  static int equal(
      double[] left, double[] right, boolean wanted, int[] rows, int count, int[] target) {
    int kept = 0;
    for (int index = 0; index < count; index++) {
      int row = rows == null ? index : rows[index];
      double a = left[row];
      double b = right[row];
      target[kept] = row;
      kept += (a == b || (Double.isNaN(a) && Double.isNaN(b))) == wanted ? 1 : 0;
    }
    return kept;
  }

  /** Whether both are equal; the values of NULLs are not looked at. */
  static int equal(
      BytesVector left, BytesVector right, boolean wanted, int[] rows, int count, int[] target) {
    byte[] leftData = left.data();
    byte[] rightData = right.data();
    int kept = 0;
    for (int index = 0; index < count; index++) {
      int row = rows == null ? index : rows[index];
      if (left.isNull(row) || right.isNull(row)) {
        continue;
      }
      int length = left.length(row);
      int leftStart = left.start(row);
      int rightStart = right.start(row);
      boolean equal =
          length == right.length(row)
              && Arrays.equals(
                  leftData,
                  leftStart,
                  leftStart + length,
                  rightData,
                  rightStart,
                  rightStart + length);
      target[kept] = row;
      kept += equal == wanted ? 1 : 0;
    }
    return kept;
  }

  /** Any comparison of any kind; the values of NULLs are not looked at. */
  static int compare(
      ColumnVector left,
      ColumnVector right,
      Comparison comparison,
      int[] rows,
      int count,
      int[] target) {
    int kept = 0;
    for (int index = 0; index < count; index++) {
      int row = rows == null ? index : rows[index];
      if (!left.isNull(row)
          && !right.isNull(row)
          && comparison.holds(left.compare(row, right, row))) {
        target[kept++] = row;
      }
    }
    return kept;
  }

  /** Takes the rows out in which a value is NULL. */
  static int withoutNulls(ColumnVector vector, int[] rows, int count) {
    if (!vector.mayHaveNulls()) {
      return count;
    }
    boolean[] nulls = vector.nulls();
    int kept = 0;
    for (int index = 0; index < count; index++) {
      int row = rows[index];
      rows[kept] = row;
      kept += nulls[row] ? 0 : 1;
    }
    return kept;
  }

  /** The positions of a selection, or null when it is all of the first rows. */
  static int[] positionsOrNull(Selection rows) {
    return rows.isAll() ? null : rows.positions();
  }
}
