package io.gabbro.key;

import io.gabbro.bytes.BigEndian;
import io.gabbro.bytes.ByteBuilder;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;

/** The sixteen bytes of a UUID. */
final class UuidPart extends PartCodec {
  private static final int WIDTH = 16;

  private final long mask;

  UuidPart(boolean descending) {
    mask = descending ? -1 : 0;
  }

  @Override
  int fixedWidth() {
    return WIDTH;
  }

  @Override
  void encode(ColumnVector column, int row, ByteBuilder target) {
    BytesVector uuids = (BytesVector) column;
    if (uuids.length(row) != WIDTH) {
      throw new GabbroException(ErrorCode.INTERNAL, "a UUID of " + uuids.length(row) + " bytes");
    }
    int start = uuids.start(row);
    target.putLong(BigEndian.getLong(uuids.data(), start) ^ mask);
    target.putLong(BigEndian.getLong(uuids.data(), start + 8) ^ mask);
  }

  @Override
  int end(byte[] keys, int start, int limit) {
    return limit - start >= WIDTH ? start + WIDTH : -1;
  }

  @Override
  void decode(
      byte[] keys, int[] starts, int shift, int[] ends, Selection rows, ColumnVector target) {
    BytesVector uuids = (BytesVector) target;
    if (mask == 0) {
      uuids.share(keys);
    }
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      int start = starts[row] + shift;
      if (mask == 0) {
        uuids.starts()[row] = start;
        uuids.lengths()[row] = WIDTH;
      } else {
        byte[] copy = uuids.reserve(WIDTH);
        BigEndian.putLong(copy, uuids.used(), BigEndian.getLong(keys, start) ^ mask);
        BigEndian.putLong(copy, uuids.used() + 8, BigEndian.getLong(keys, start + 8) ^ mask);
        uuids.endValue(row, WIDTH);
      }
    }
  }
}
