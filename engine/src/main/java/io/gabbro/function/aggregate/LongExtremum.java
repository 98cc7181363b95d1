package io.gabbro.function.aggregate;

import io.gabbro.function.Accumulator;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.LongVector;
import io.gabbro.vector.Selection;
import java.util.Arrays;

/** The least or the greatest of longs: BIGINT, TIME and the timestamps. */
final class LongExtremum extends ArgumentAccumulator {
  private final boolean isMaximum;
  private long[] extrema = new long[0];
  private boolean[] present = new boolean[0];

  LongExtremum(boolean isMaximum) {
    this.isMaximum = isMaximum;
  }

  @Override
  public void ensureGroups(int count) {
    if (extrema.length < count) {
      int length = grown(extrema.length, count);
      extrema = Arrays.copyOf(extrema, length);
      present = Arrays.copyOf(present, length);
    }
  }

  @Override
  void addPresent(ColumnVector[] arguments, Selection rows, int[] groups) {
    long[] values = ((LongVector) arguments[0]).values();
    int count = rows.count();
    if (groups == null) {
      add(0, isMaximum ? maximum(values, rows) : minimum(values, rows));
    } else if (rows.isAll()) {
      for (int row = 0; row < count; row++) {
        add(groups[row], values[row]);
      }
    } else {
      int[] positions = rows.positions();
      for (int index = 0; index < count; index++) {
        int row = positions[index];
        add(groups[row], values[row]);
      }
    }
  }

  private static long maximum(long[] values, Selection rows) {
    long maximum = values[rows.position(0)];
    int count = rows.count();
    if (rows.isAll()) {
      for (int row = 0; row < count; row++) {
        maximum = Math.max(maximum, values[row]);
      }
    } else {
      int[] positions = rows.positions();
      for (int index = 0; index < count; index++) {
        maximum = Math.max(maximum, values[positions[index]]);
      }
    }
    return maximum;
  }

  private static long minimum(long[] values, Selection rows) {
    long minimum = values[rows.position(0)];
    int count = rows.count();
    if (rows.isAll()) {
      for (int row = 0; row < count; row++) {
        minimum = Math.min(minimum, values[row]);
      }
    } else {
      int[] positions = rows.positions();
      for (int index = 0; index < count; index++) {
        minimum = Math.min(minimum, values[positions[index]]);
      }
    }
    return minimum;
  }

  private void add(int group, long value) {
    if (!present[group] || (isMaximum ? value > extrema[group] : value < extrema[group])) {
      extrema[group] = value;
      present[group] = true;
    }
  }

  @Override
  public void combine(Accumulator other, int otherCount, int[] groups) {
    LongExtremum others = (LongExtremum) other;
    for (int group = 0; group < otherCount; group++) {
      if (others.present[group]) {
        add(groups[group], others.extrema[group]);
      }
    }
  }

  @Override
  public void result(int group, ColumnVector target, int row) {
    if (present[group]) {
      target.setNotNull(row);
      ((LongVector) target).values()[row] = extrema[group];
    } else {
      target.setNull(row);
    }
  }

  @Override
  public long memoryBytes() {
    return 9L * extrema.length;
  }
}
