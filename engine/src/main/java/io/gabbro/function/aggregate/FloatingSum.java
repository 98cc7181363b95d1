package io.gabbro.function.aggregate;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.function.Accumulator;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DoubleVector;
import io.gabbro.vector.Selection;
import java.util.Arrays;

/** The sum or the average of REAL or DOUBLE PRECISION. */
final class FloatingSum extends ArgumentAccumulator {
  private final boolean isAverage;
  private final boolean isReal;
  private double[] sums = new double[0];
  private long[] counts = new long[0];
  private boolean seenInfinity;

  /**
   * An empty accumulator.
   *
   * @param isReal whether the result is rounded to REAL
   */
  FloatingSum(boolean isAverage, boolean isReal) {
    this.isAverage = isAverage;
    this.isReal = isReal;
  }

  @Override
  public void ensureGroups(int count) {
    if (sums.length < count) {
      int length = grown(sums.length, count);
      sums = Arrays.copyOf(sums, length);
      counts = Arrays.copyOf(counts, length);
    }
  }

  @Override
  void addPresent(ColumnVector[] arguments, Selection rows, int[] groups) {
    double[] values = ((DoubleVector) arguments[0]).values();
    int count = rows.count();
    if (groups == null) {
      sums[0] += sum(values, rows);
      counts[0] += count;
      noteInfinity(sums[0], values, rows);
    } else if (rows.isAll()) {
      for (int row = 0; row < count; row++) {
        int group = groups[row];
        sums[group] += values[row];
        counts[group]++;
      }
      noteInfinity(sum(values, rows), values, rows);
    } else {
      int[] positions = rows.positions();
      for (int index = 0; index < count; index++) {
        int row = positions[index];
        int group = groups[row];
        sums[group] += values[row];
        counts[group]++;
      }
      noteInfinity(sum(values, rows), values, rows);
    }
  }

  /** Four sums side by side, because each addition waits for the one before. */
  private static double sum(double[] values, Selection rows) {
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    int count = rows.count();
    int index = 0;
    if (rows.isAll()) {
      for (; index + 3 < count; index += 4) {
        first += values[index];
        second += values[index + 1];
        third += values[index + 2];
        fourth += values[index + 3];
      }
    } else {
      int[] positions = rows.positions();
      for (; index + 3 < count; index += 4) {
        first += values[positions[index]];
        second += values[positions[index + 1]];
        third += values[positions[index + 2]];
        fourth += values[positions[index + 3]];
      }
    }
    for (; index < count; index++) {
      first += values[rows.position(index)];
    }
    return (first + second) + (third + fourth);
  }

  /** An infinite sum is an overflow only when no value was infinite. */
  private void noteInfinity(double sum, double[] values, Selection rows) {
    if (!seenInfinity && !(Math.abs(sum) <= Double.MAX_VALUE)) {
      for (int index = 0; index < rows.count(); index++) {
        seenInfinity |= Double.isInfinite(values[rows.position(index)]);
      }
    }
  }

  @Override
  public void combine(Accumulator other, int otherCount, int[] groups) {
    FloatingSum others = (FloatingSum) other;
    seenInfinity |= others.seenInfinity;
    for (int group = 0; group < otherCount; group++) {
      sums[groups[group]] += others.sums[group];
      counts[groups[group]] += others.counts[group];
    }
  }

  @Override
  public void result(int group, ColumnVector target, int row) {
    if (counts[group] == 0) {
      target.setNull(row);
      return;
    }
    double result = isAverage ? sums[group] / counts[group] : sums[group];
    result = isReal ? (float) result : result;
    if (Double.isInfinite(result) && !seenInfinity) {
      throw new GabbroException(ErrorCode.NUMERIC_OUT_OF_RANGE, "value");
    }
    target.setNotNull(row);
    ((DoubleVector) target).values()[row] = result;
  }

  @Override
  public long memoryBytes() {
    return 16L * sums.length;
  }
}
