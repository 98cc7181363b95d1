package io.gabbro.function.aggregate;

import io.gabbro.function.Accumulator;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;
import java.util.Arrays;

/** The least or the greatest of strings and UUIDs; with one group it copies once a batch. */
final class BytesExtremum extends ArgumentAccumulator {
  private static final long BYTES_PER_ARRAY = 16;

  private final boolean isMaximum;
  private byte[][] extrema = new byte[0][];
  private long bytes;

  BytesExtremum(boolean isMaximum) {
    this.isMaximum = isMaximum;
  }

  @Override
  public void ensureGroups(int count) {
    if (extrema.length < count) {
      extrema = Arrays.copyOf(extrema, grown(extrema.length, count));
    }
  }

  @Override
  void addPresent(ColumnVector[] arguments, Selection rows, int[] groups) {
    BytesVector values = (BytesVector) arguments[0];
    if (groups == null) {
      int best = rows.position(0);
      for (int index = 1; index < rows.count(); index++) {
        int row = rows.position(index);
        best = isBetter(values.compare(row, values, best)) ? row : best;
      }
      add(0, values.data(), values.start(best), values.length(best));
      return;
    }
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      add(groups[row], values.data(), values.start(row), values.length(row));
    }
  }

  private boolean isBetter(int order) {
    return isMaximum ? order > 0 : order < 0;
  }

  private void add(int group, byte[] data, int start, int length) {
    byte[] best = extrema[group];
    if (best == null
        || isBetter(Arrays.compareUnsigned(data, start, start + length, best, 0, best.length))) {
      bytes += best == null ? length + BYTES_PER_ARRAY : length - best.length;
      extrema[group] = Arrays.copyOfRange(data, start, start + length);
    }
  }

  @Override
  public void combine(Accumulator other, int otherCount, int[] groups) {
    byte[][] others = ((BytesExtremum) other).extrema;
    for (int group = 0; group < otherCount; group++) {
      if (others[group] != null) {
        add(groups[group], others[group], 0, others[group].length);
      }
    }
  }

  @Override
  public void result(int group, ColumnVector target, int row) {
    if (extrema[group] == null) {
      target.setNull(row);
    } else {
      target.setNotNull(row);
      ((BytesVector) target).set(row, extrema[group]);
    }
  }

  @Override
  public long memoryBytes() {
    return 8L * extrema.length + bytes;
  }
}
