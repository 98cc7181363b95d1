package io.gabbro.function.aggregate;

import io.gabbro.function.Accumulator;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DoubleVector;
import io.gabbro.vector.Selection;
import java.util.Arrays;

/**
 * Count, sum and sum of squared deviations from the mean of doubles: the state of VARIANCE and
 * STDDEV. Values come in by the method of Youngs and Cramer, and parts together by that of Chan,
 * Golub and LeVeque, neither of which subtracts one big sum from another.
 */
final class Moments extends ArgumentAccumulator {
  private final boolean isSample;
  private final boolean isDeviation;
  private long[] counts = new long[0];
  private double[] sums = new double[0];
  private double[] squares = new double[0];

  /**
   * An empty accumulator.
   *
   * @param isSample whether it divides by one less than the count
   * @param isDeviation whether the result is the square root of the variance
   */
  Moments(boolean isSample, boolean isDeviation) {
    this.isSample = isSample;
    this.isDeviation = isDeviation;
  }

  @Override
  public void ensureGroups(int count) {
    if (counts.length < count) {
      int length = grown(counts.length, count);
      counts = Arrays.copyOf(counts, length);
      sums = Arrays.copyOf(sums, length);
      squares = Arrays.copyOf(squares, length);
    }
  }

  @Override
  void addPresent(ColumnVector[] arguments, Selection rows, int[] groups) {
    double[] values = ((DoubleVector) arguments[0]).values();
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      int group = groups == null ? 0 : groups[row];
      double value = values[row];
      double count = ++counts[group];
      sums[group] += value;
      if (count > 1) {
        double distance = value * count - sums[group];
        squares[group] += distance * distance / (count * (count - 1));
      } else if (Double.isNaN(value) || Double.isInfinite(value)) {
        squares[group] = Double.NaN;
      }
    }
  }

  @Override
  public void combine(Accumulator other, int otherCount, int[] groups) {
    Moments others = (Moments) other;
    for (int from = 0; from < otherCount; from++) {
      if (others.counts[from] > 0) {
        combine(groups[from], others.counts[from], others.sums[from], others.squares[from]);
      }
    }
  }

  private void combine(int group, long otherCount, double sum, double square) {
    double count = otherCount;
    if (counts[group] > 0) {
      double distance = sums[group] / counts[group] - sum / count;
      double total = counts[group] + count;
      squares[group] += counts[group] * count * distance * distance / total;
    }
    squares[group] += square;
    sums[group] += sum;
    counts[group] += otherCount;
  }

  @Override
  public void result(int group, ColumnVector target, int row) {
    long divisor = isSample ? counts[group] - 1 : counts[group];
    if (divisor < 1) {
      target.setNull(row);
      return;
    }
    double variance = squares[group] / divisor;
    target.setNotNull(row);
    ((DoubleVector) target).values()[row] = isDeviation ? Math.sqrt(variance) : variance;
  }

  @Override
  public long memoryBytes() {
    return 24L * counts.length;
  }
}
