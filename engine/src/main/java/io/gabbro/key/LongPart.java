package io.gabbro.key;

import io.gabbro.bytes.BigEndian;
import io.gabbro.bytes.ByteBuilder;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.LongVector;
import io.gabbro.vector.Selection;

/** Eight bytes, most significant first, the sign bit inverted or not. */
final class LongPart extends PartCodec {
  private final long mask;

  LongPart(boolean descending) {
    this(descending ? Long.MAX_VALUE : Long.MIN_VALUE);
  }

  private LongPart(long mask) {
    this.mask = mask;
  }

  /** Eight bytes of two's complement, which are not in the order of the numbers. */
  static LongPart plain() {
    return new LongPart(0);
  }

  @Override
  int fixedWidth() {
    return Long.BYTES;
  }

  @Override
  void encode(ColumnVector column, int row, ByteBuilder target) {
    target.putLong(((LongVector) column).values()[row] ^ mask);
  }

  @Override
  int end(byte[] keys, int start, int limit) {
    return limit - start >= Long.BYTES ? start + Long.BYTES : -1;
  }

  @Override
  void decode(
      byte[] keys, int[] starts, int shift, int[] ends, Selection rows, ColumnVector target) {
    long[] values = ((LongVector) target).values();
    if (rows.isAll()) {
      for (int row = 0; row < rows.count(); row++) {
        values[row] = BigEndian.getLong(keys, starts[row] + shift) ^ mask;
      }
    } else {
      int[] positions = rows.positions();
      for (int index = 0; index < rows.count(); index++) {
        int row = positions[index];
        values[row] = BigEndian.getLong(keys, starts[row] + shift) ^ mask;
      }
    }
  }
}
