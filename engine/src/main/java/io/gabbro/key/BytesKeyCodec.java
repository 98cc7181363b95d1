package io.gabbro.key;

import io.gabbro.bytes.ByteBuilder;
import java.util.Arrays;

/** Byte arrays as they are. */
final class BytesKeyCodec implements KeyCodec<byte[]> {
  @Override
  public int fixedWidth() {
    return VARIABLE;
  }

  @Override
  public boolean preservesOrder() {
    return true;
  }

  @Override
  public void encode(byte[] key, ByteBuilder target) {
    target.put(key);
  }

  @Override
  public byte[] decode(byte[] bytes, int offset, int length) {
    return Arrays.copyOfRange(bytes, offset, offset + length);
  }
}
