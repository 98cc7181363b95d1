package io.gabbro.vector;

import io.gabbro.type.Interval;
import io.gabbro.type.VectorKind;
import java.util.Arrays;

/** Intervals: months, days and microseconds. */
public final class IntervalVector extends ColumnVector {
  private static final long MICROS_PER_DAY = 86_400_000_000L;
  private static final long DAYS_PER_MONTH = 30;

  private Interval[] values;

  /** Room for {@code capacity} rows. */
  public IntervalVector(int capacity) {
    super(capacity);
    values = new Interval[capacity];
  }

  /** The values; it changes when the vector grows. */
  public Interval[] values() {
    return values;
  }

  @Override
  public VectorKind kind() {
    return VectorKind.INTERVAL;
  }

  @Override
  void resize(int capacity) {
    values = Arrays.copyOf(values, capacity);
  }

  @Override
  void copyValue(int row, ColumnVector source, int sourceRow) {
    values[row] = ((IntervalVector) source).values[sourceRow];
  }

  @Override
  void copyValues(int start, ColumnVector source, Selection rows) {
    Interval[] from = ((IntervalVector) source).values;
    if (rows.isAll()) {
      System.arraycopy(from, 0, values, start, rows.count());
      return;
    }
    int[] positions = rows.positions();
    for (int index = 0; index < rows.count(); index++) {
      values[start + index] = from[positions[index]];
    }
  }

  @Override
  void sliceValues(ColumnVector source, int start, int count) {
    System.arraycopy(((IntervalVector) source).values, start, values, 0, count);
  }

  @Override
  void repeatValue(int row, int start, int end) {
    Arrays.fill(values, start, end, values[row]);
  }

  /** As PostgreSQL orders intervals: a month counts as 30 days and a day as 24 hours. */
  @Override
  public int compare(int row, ColumnVector other, int otherRow) {
    Interval left = values[row];
    Interval right = ((IntervalVector) other).values[otherRow];
    int order = Long.compare(wholeDays(left), wholeDays(right));
    return order != 0 ? order : Long.compare(restMicros(left), restMicros(right));
  }

  private static long wholeDays(Interval interval) {
    return interval.months() * DAYS_PER_MONTH
        + interval.days()
        + Math.floorDiv(interval.micros(), MICROS_PER_DAY);
  }

  private static long restMicros(Interval interval) {
    return Math.floorMod(interval.micros(), MICROS_PER_DAY);
  }

  @Override
  public long hash(int row) {
    return mix(wholeDays(values[row]) * 31 + restMicros(values[row]));
  }

  @Override
  public long memoryBytes() {
    return 40L * capacity();
  }
}
