package io.gabbro.key;

import io.gabbro.bytes.BigEndian;
import io.gabbro.bytes.ByteBuilder;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DoubleVector;
import io.gabbro.vector.Selection;

/** DOUBLE PRECISION: as {@link FloatPart}, in eight bytes. */
final class DoublePart extends PartCodec {
  private final long mask;

  DoublePart(boolean descending) {
    mask = descending ? -1 : 0;
  }

  @Override
  int fixedWidth() {
    return Double.BYTES;
  }

  @Override
  void encode(ColumnVector column, int row, ByteBuilder target) {
    long bits = Double.doubleToLongBits(((DoubleVector) column).values()[row] + 0.0);
    target.putLong(bits ^ ((bits >> 63) | Long.MIN_VALUE) ^ mask);
  }

  @Override
  int end(byte[] keys, int start, int limit) {
    return limit - start >= Double.BYTES ? start + Double.BYTES : -1;
  }

  @Override
  void decode(
      byte[] keys, int[] starts, int shift, int[] ends, Selection rows, ColumnVector target) {
    double[] values = ((DoubleVector) target).values();
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      long ordered = BigEndian.getLong(keys, starts[row] + shift) ^ mask;
      values[row] = Double.longBitsToDouble(ordered ^ (~(ordered >> 63) | Long.MIN_VALUE));
    }
  }
}
