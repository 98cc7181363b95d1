package io.gabbro.key;

import io.gabbro.bytes.BigEndian;
import io.gabbro.bytes.ByteBuilder;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DoubleVector;
import io.gabbro.vector.Selection;

/**
 * REAL: its four IEEE 754 bytes with the sign bit inverted, or all bits if it is negative. -0.0
 * becomes 0.0, and every NaN the same one, which is greater than all other values.
 */
final class FloatPart extends PartCodec {
  private final int mask;

  FloatPart(boolean descending) {
    mask = descending ? -1 : 0;
  }

  @Override
  int fixedWidth() {
    return Float.BYTES;
  }

  @Override
  void encode(ColumnVector column, int row, ByteBuilder target) {
    int bits = Float.floatToIntBits((float) ((DoubleVector) column).values()[row] + 0.0f);
    target.putInt(bits ^ ((bits >> 31) | Integer.MIN_VALUE) ^ mask);
  }

  @Override
  int end(byte[] keys, int start, int limit) {
    return limit - start >= Float.BYTES ? start + Float.BYTES : -1;
  }

  @Override
  void decode(
      byte[] keys, int[] starts, int shift, int[] ends, Selection rows, ColumnVector target) {
    double[] values = ((DoubleVector) target).values();
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      int ordered = BigEndian.getInt(keys, starts[row] + shift) ^ mask;
      values[row] = Float.intBitsToFloat(ordered ^ (~(ordered >> 31) | Integer.MIN_VALUE));
    }
  }
}
