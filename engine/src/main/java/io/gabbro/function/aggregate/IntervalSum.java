package io.gabbro.function.aggregate;

import io.gabbro.function.Accumulator;
import io.gabbro.function.datetime.IntervalMath;
import io.gabbro.type.Interval;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.IntervalVector;
import io.gabbro.vector.Selection;
import java.util.Arrays;

/** The sum or the average of intervals. */
final class IntervalSum extends ArgumentAccumulator {
  private static final long BYTES_PER_GROUP = 48;

  private final boolean isAverage;
  private Interval[] sums = new Interval[0];
  private long[] counts = new long[0];

  IntervalSum(boolean isAverage) {
    this.isAverage = isAverage;
  }

  @Override
  public void ensureGroups(int count) {
    if (counts.length < count) {
      int length = grown(counts.length, count);
      sums = Arrays.copyOf(sums, length);
      counts = Arrays.copyOf(counts, length);
    }
  }

  @Override
  void addPresent(ColumnVector[] arguments, Selection rows, int[] groups) {
    Interval[] values = ((IntervalVector) arguments[0]).values();
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      add(groups == null ? 0 : groups[row], values[row], 1);
    }
  }

  private void add(int group, Interval value, long count) {
    sums[group] = counts[group] == 0 ? value : IntervalMath.add(sums[group], value);
    counts[group] += count;
  }

  @Override
  public void combine(Accumulator other, int otherCount, int[] groups) {
    IntervalSum others = (IntervalSum) other;
    for (int group = 0; group < otherCount; group++) {
      if (others.counts[group] > 0) {
        add(groups[group], others.sums[group], others.counts[group]);
      }
    }
  }

  @Override
  public void result(int group, ColumnVector target, int row) {
    if (counts[group] == 0) {
      target.setNull(row);
      return;
    }
    target.setNotNull(row);
    ((IntervalVector) target).values()[row] =
        isAverage ? IntervalMath.divide(sums[group], (double) counts[group]) : sums[group];
  }

  @Override
  public long memoryBytes() {
    return BYTES_PER_GROUP * counts.length;
  }
}
