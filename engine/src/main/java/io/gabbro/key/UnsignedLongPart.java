package io.gabbro.key;

import io.gabbro.bytes.BigEndian;
import io.gabbro.bytes.ByteBuilder;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.LongVector;
import io.gabbro.vector.Selection;

/** Numbers that are not negative: eight bytes, most significant first. */
final class UnsignedLongPart extends PartCodec {
  @Override
  int fixedWidth() {
    return Long.BYTES;
  }

  @Override
  boolean refusesSome() {
    return true;
  }

  @Override
  boolean accepts(ColumnVector column, int row) {
    return ((LongVector) column).values()[row] >= 0;
  }

  @Override
  void encode(ColumnVector column, int row, ByteBuilder target) {
    long value = ((LongVector) column).values()[row];
    if (value < 0) {
      throw new GabbroException(ErrorCode.NUMERIC_OUT_OF_RANGE, "the unsigned key " + value);
    }
    target.putLong(value);
  }

  @Override
  int end(byte[] keys, int start, int limit) {
    return limit - start >= Long.BYTES && keys[start] >= 0 ? start + Long.BYTES : -1;
  }

  @Override
  void decode(
      byte[] keys, int[] starts, int shift, int[] ends, Selection rows, ColumnVector target) {
    long[] values = ((LongVector) target).values();
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      values[row] = BigEndian.getLong(keys, starts[row] + shift);
    }
  }
}
