package io.gabbro.key;

import io.gabbro.bytes.BigEndian;
import io.gabbro.bytes.ByteBuilder;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.IntVector;
import io.gabbro.vector.Selection;

/** One, two or four bytes, most significant first, the sign bit inverted or not. */
final class IntegerPart extends PartCodec {
  private final int width;
  private final int mask;

  IntegerPart(int width, boolean descending) {
    this(width, descending ? ~sign(width) : sign(width));
  }

  private IntegerPart(int width, int mask) {
    this.width = width;
    this.mask = mask;
  }

  /** Four bytes of two's complement, which are not in the order of the numbers. */
  static IntegerPart plain() {
    return new IntegerPart(Integer.BYTES, 0);
  }

  private static int sign(int width) {
    return 1 << (8 * width - 1);
  }

  @Override
  int fixedWidth() {
    return width;
  }

  @Override
  void encode(ColumnVector column, int row, ByteBuilder target) {
    int value = ((IntVector) column).values()[row] ^ mask;
    switch (width) {
      case 1 -> target.putByte(value);
      case 2 -> target.putShort(value);
      default -> target.putInt(value);
    }
  }

  @Override
  int end(byte[] keys, int start, int limit) {
    return limit - start >= width ? start + width : -1;
  }

  @Override
  void decode(
      byte[] keys, int[] starts, int shift, int[] ends, Selection rows, ColumnVector target) {
    int[] values = ((IntVector) target).values();
    if (width != 4) {
      decodeNarrow(keys, starts, shift, rows, values);
    } else if (rows.isAll()) {
      for (int row = 0; row < rows.count(); row++) {
        values[row] = BigEndian.getInt(keys, starts[row] + shift) ^ mask;
      }
    } else {
      int[] positions = rows.positions();
      for (int index = 0; index < rows.count(); index++) {
        int row = positions[index];
        values[row] = BigEndian.getInt(keys, starts[row] + shift) ^ mask;
      }
    }
  }

  private void decodeNarrow(byte[] keys, int[] starts, int shift, Selection rows, int[] values) {
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      int at = starts[row] + shift;
      values[row] =
          width == 1 ? (byte) (keys[at] ^ mask) : (short) (BigEndian.getShort(keys, at) ^ mask);
    }
  }
}
