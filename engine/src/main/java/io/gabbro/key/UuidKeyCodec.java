package io.gabbro.key;

import io.gabbro.bytes.BigEndian;
import io.gabbro.bytes.ByteBuilder;
import java.util.UUID;

/** UUIDs, most significant byte first. */
final class UuidKeyCodec implements KeyCodec<UUID> {
  private static final int WIDTH = 2 * Long.BYTES;

  @Override
  public int fixedWidth() {
    return WIDTH;
  }

  @Override
  public boolean preservesOrder() {
    return true;
  }

  @Override
  public void encode(UUID key, ByteBuilder target) {
    target.putLong(key.getMostSignificantBits());
    target.putLong(key.getLeastSignificantBits());
  }

  @Override
  public UUID decode(byte[] bytes, int offset, int length) {
    KeyErrors.requireLength(length, WIDTH);
    return new UUID(BigEndian.getLong(bytes, offset), BigEndian.getLong(bytes, offset + 8));
  }
}
