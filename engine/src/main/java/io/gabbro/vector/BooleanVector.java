package io.gabbro.vector;

import io.gabbro.type.VectorKind;
import java.util.Arrays;

/** Booleans. */
public final class BooleanVector extends ColumnVector {
  private boolean[] values;

  /** Room for {@code capacity} rows. */
  public BooleanVector(int capacity) {
    super(capacity);
    values = new boolean[capacity];
  }

  /** The values; it changes when the vector grows. */
  public boolean[] values() {
    return values;
  }

  @Override
  public VectorKind kind() {
    return VectorKind.BOOLEAN;
  }

  @Override
  void resize(int capacity) {
    values = Arrays.copyOf(values, capacity);
  }

  @Override
  void copyValue(int row, ColumnVector source, int sourceRow) {
    values[row] = ((BooleanVector) source).values[sourceRow];
  }

  @Override
  void copyValues(int start, ColumnVector source, Selection rows) {
    boolean[] from = ((BooleanVector) source).values;
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
    System.arraycopy(((BooleanVector) source).values, start, values, 0, count);
  }

  @Override
  void repeatValue(int row, int start, int end) {
    Arrays.fill(values, start, end, values[row]);
  }

  @Override
  public int compare(int row, ColumnVector other, int otherRow) {
    return Boolean.compare(values[row], ((BooleanVector) other).values[otherRow]);
  }

  @Override
  public long hash(int row) {
    return mix(values[row] ? 1 : 2);
  }

  @Override
  public long memoryBytes() {
    return 2L * capacity();
  }
}
