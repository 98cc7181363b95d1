package io.gabbro.vector;

import io.gabbro.type.VectorKind;
import java.util.Arrays;

/** Longs: BIGINT, and TIME and TIMESTAMP as microseconds. */
public final class LongVector extends ColumnVector {
  private long[] values;

  /** Room for {@code capacity} rows. */
  public LongVector(int capacity) {
    super(capacity);
    values = new long[capacity];
  }

  /** The values; it changes when the vector grows. */
  public long[] values() {
    return values;
  }

  @Override
  public VectorKind kind() {
    return VectorKind.LONG;
  }

  @Override
  void resize(int capacity) {
    values = Arrays.copyOf(values, capacity);
  }

  @Override
  void copyValue(int row, ColumnVector source, int sourceRow) {
    values[row] = ((LongVector) source).values[sourceRow];
  }

  @Override
  void copyValues(int start, ColumnVector source, Selection rows) {
    long[] from = ((LongVector) source).values;
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
    System.arraycopy(((LongVector) source).values, start, values, 0, count);
  }

  @Override
  void repeatValue(int row, int start, int end) {
    Arrays.fill(values, start, end, values[row]);
  }

  @Override
  public int compare(int row, ColumnVector other, int otherRow) {
    return Long.compare(values[row], ((LongVector) other).values[otherRow]);
  }

  @Override
  public long hash(int row) {
    return mix(values[row]);
  }

  @Override
  public long memoryBytes() {
    return 9L * capacity();
  }
}
