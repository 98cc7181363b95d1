package io.gabbro.key;

import io.gabbro.bytes.BigEndian;
import io.gabbro.bytes.ByteBuilder;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.LongVector;
import io.gabbro.vector.Selection;

/** Microseconds since 1970 as {@link InstantKeyCodec} writes instants. */
final class InstantPart extends PartCodec {
  private static final int WIDTH = Long.BYTES + Integer.BYTES;
  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final int NANOS_PER_MICRO = 1_000;
  private static final long MAX_SECOND = Long.MAX_VALUE / MICROS_PER_SECOND - 1;

  @Override
  int fixedWidth() {
    return WIDTH;
  }

  @Override
  boolean refusesSome() {
    return true;
  }

  @Override
  void encode(ColumnVector column, int row, ByteBuilder target) {
    long micros = ((LongVector) column).values()[row];
    target.putLong(Math.floorDiv(micros, MICROS_PER_SECOND) ^ Long.MIN_VALUE);
    target.putInt((int) Math.floorMod(micros, MICROS_PER_SECOND) * NANOS_PER_MICRO);
  }

  @Override
  int end(byte[] keys, int start, int limit) {
    if (limit - start < WIDTH) {
      return -1;
    }
    long seconds = BigEndian.getLong(keys, start) ^ Long.MIN_VALUE;
    int nanos = BigEndian.getInt(keys, start + Long.BYTES);
    boolean exact =
        nanos >= 0
            && nanos < MICROS_PER_SECOND * NANOS_PER_MICRO
            && nanos % NANOS_PER_MICRO == 0
            && seconds >= -MAX_SECOND
            && seconds <= MAX_SECOND;
    return exact ? start + WIDTH : -1;
  }

  @Override
  void decode(
      byte[] keys, int[] starts, int shift, int[] ends, Selection rows, ColumnVector target) {
    long[] values = ((LongVector) target).values();
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      int at = starts[row] + shift;
      long seconds = BigEndian.getLong(keys, at) ^ Long.MIN_VALUE;
      int nanos = BigEndian.getInt(keys, at + Long.BYTES);
      values[row] = seconds * MICROS_PER_SECOND + nanos / NANOS_PER_MICRO;
    }
  }
}
