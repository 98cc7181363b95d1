package io.gabbro.key;

import io.gabbro.bytes.ByteBuilder;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The bytes between position and limit of buffers, as they are. */
final class BufferKeyCodec implements KeyCodec<ByteBuffer> {
  @Override
  public int fixedWidth() {
    return VARIABLE;
  }

  @Override
  public boolean preservesOrder() {
    return true;
  }

  /** Leaves the position of the buffer as it is. */
  @Override
  public void encode(ByteBuffer key, ByteBuilder target) {
    int at = target.length();
    int count = key.remaining();
    target.setLength(at + count);
    key.get(key.position(), target.bytes(), at, count);
  }

  @Override
  public ByteBuffer decode(byte[] bytes, int offset, int length) {
    return ByteBuffer.wrap(Arrays.copyOfRange(bytes, offset, offset + length));
  }
}
