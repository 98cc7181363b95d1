package io.gabbro.vector;

import io.gabbro.type.VectorKind;
import java.util.Arrays;

/** Doubles: DOUBLE PRECISION, and REAL rounded to float. */
public final class DoubleVector extends ColumnVector {
  private double[] values;

  /** Room for {@code capacity} rows. */
  public DoubleVector(int capacity) {
    super(capacity);
    values = new double[capacity];
  }

  /** The values; it changes when the vector grows. */
  public double[] values() {
    return values;
  }

  @Override
  public VectorKind kind() {
    return VectorKind.DOUBLE;
  }

  @Override
  void resize(int capacity) {
    values = Arrays.copyOf(values, capacity);
  }

  @Override
  void copyValue(int row, ColumnVector source, int sourceRow) {
    values[row] = ((DoubleVector) source).values[sourceRow];
  }

  @Override
  void copyValues(int start, ColumnVector source, Selection rows) {
    double[] from = ((DoubleVector) source).values;
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
    System.arraycopy(((DoubleVector) source).values, start, values, 0, count);
  }

  @Override
  void repeatValue(int row, int start, int end) {
    Arrays.fill(values, start, end, values[row]);
  }

  @Override
  public int compare(int row, ColumnVector other, int otherRow) {
    return compareValues(values[row], ((DoubleVector) other).values[otherRow]);
  }

  /** The order of SQL: -0.0 equals 0.0, and NaN equals itself and is greater than all others. */
  public static int compareValues(double left, double right) {
    return left < right ? -1 : left > right ? 1 : left == right ? 0 : Double.compare(left, right);
  }

  @Override
  public long hash(int row) {
    return mix(Double.doubleToLongBits(values[row] + 0.0));
  }

  @Override
  public long memoryBytes() {
    return 9L * capacity();
  }
}
