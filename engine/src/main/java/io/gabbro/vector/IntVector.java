package io.gabbro.vector;

import io.gabbro.type.VectorKind;
import java.util.Arrays;

/** Ints: TINYINT, SMALLINT, INTEGER, and DATE as days since 1970-01-01. */
public final class IntVector extends ColumnVector {
  private int[] values;

  /** Room for {@code capacity} rows. */
  public IntVector(int capacity) {
    super(capacity);
    values = new int[capacity];
  }

  /** The values; it changes when the vector grows. */
  public int[] values() {
    return values;
  }

  @Override
  public VectorKind kind() {
    return VectorKind.INT;
  }

  @Override
  void resize(int capacity) {
    values = Arrays.copyOf(values, capacity);
  }

  @Override
  void copyValue(int row, ColumnVector source, int sourceRow) {
    values[row] = ((IntVector) source).values[sourceRow];
  }

  @Override
  void copyValues(int start, ColumnVector source, Selection rows) {
    int[] from = ((IntVector) source).values;
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
    System.arraycopy(((IntVector) source).values, start, values, 0, count);
  }

  @Override
  void repeatValue(int row, int start, int end) {
    Arrays.fill(values, start, end, values[row]);
  }

  @Override
  public int compare(int row, ColumnVector other, int otherRow) {
    return Integer.compare(values[row], ((IntVector) other).values[otherRow]);
  }

  @Override
  public long hash(int row) {
    return mix(values[row]);
  }

  @Override
  public long memoryBytes() {
    return 5L * capacity();
  }
}
