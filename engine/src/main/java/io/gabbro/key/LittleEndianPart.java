package io.gabbro.key;

import io.gabbro.bytes.BigEndian;
import io.gabbro.bytes.ByteBuilder;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.IntVector;
import io.gabbro.vector.LongVector;
import io.gabbro.vector.Selection;

/** Four or eight bytes, least significant first. Keys are not in the order of the numbers. */
final class LittleEndianPart extends PartCodec {
  private final int width;

  LittleEndianPart(int width) {
    this.width = width;
  }

  @Override
  int fixedWidth() {
    return width;
  }

  @Override
  void encode(ColumnVector column, int row, ByteBuilder target) {
    if (width == Integer.BYTES) {
      target.putIntLittle(((IntVector) column).values()[row]);
    } else {
      target.putLongLittle(((LongVector) column).values()[row]);
    }
  }

  @Override
  int end(byte[] keys, int start, int limit) {
    return limit - start >= width ? start + width : -1;
  }

  @Override
  void decode(
      byte[] keys, int[] starts, int shift, int[] ends, Selection rows, ColumnVector target) {
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      int at = starts[row] + shift;
      if (width == Integer.BYTES) {
        ((IntVector) target).values()[row] = Integer.reverseBytes(BigEndian.getInt(keys, at));
      } else {
        ((LongVector) target).values()[row] = Long.reverseBytes(BigEndian.getLong(keys, at));
      }
    }
  }
}
