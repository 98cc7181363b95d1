package io.gabbro.serializer.raw;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.serializer.ValueSerializer;
import java.util.Arrays;

/** Byte arrays, stored as they are. */
public final class RawSerializer implements ValueSerializer<byte[]> {
  /** The name of this serializer. */
  public static final String NAME = "raw";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Class<byte[]> type() {
    return byte[].class;
  }

  @Override
  public void serialize(byte[] value, ByteBuilder target) {
    target.put(value);
  }

  @Override
  public byte[] deserialize(byte[] bytes, int offset, int length) {
    return Arrays.copyOfRange(bytes, offset, offset + length);
  }
}
