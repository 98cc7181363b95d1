package io.gabbro.key;

import io.gabbro.bytes.BigEndian;
import io.gabbro.bytes.ByteBuilder;
import java.time.DateTimeException;
import java.time.Instant;

/** Instants: seconds since 1970 with the sign bit inverted, then nanoseconds. */
final class InstantKeyCodec implements KeyCodec<Instant> {
  private static final int WIDTH = Long.BYTES + Integer.BYTES;
  private static final int NANOS_PER_SECOND = 1_000_000_000;

  @Override
  public int fixedWidth() {
    return WIDTH;
  }

  @Override
  public boolean preservesOrder() {
    return true;
  }

  @Override
  public void encode(Instant key, ByteBuilder target) {
    target.putLong(key.getEpochSecond() ^ Long.MIN_VALUE);
    target.putInt(key.getNano());
  }

  @Override
  public Instant decode(byte[] bytes, int offset, int length) {
    KeyErrors.requireLength(length, WIDTH);
    long seconds = BigEndian.getLong(bytes, offset) ^ Long.MIN_VALUE;
    int nanos = BigEndian.getInt(bytes, offset + Long.BYTES);
    if (nanos < 0 || nanos >= NANOS_PER_SECOND) {
      throw KeyErrors.undecodable("it has " + Integer.toUnsignedString(nanos) + " nanoseconds");
    }
    try {
      return Instant.ofEpochSecond(seconds, nanos);
    } catch (DateTimeException e) {
      throw KeyErrors.undecodable(e.getMessage());
    }
  }
}
