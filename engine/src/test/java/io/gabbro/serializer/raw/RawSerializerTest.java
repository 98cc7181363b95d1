package io.gabbro.serializer.raw;

import io.gabbro.serializer.AbstractValueSerializerContractTest;
import io.gabbro.serializer.ValueSerializer;
import java.util.HexFormat;
import java.util.List;

class RawSerializerTest extends AbstractValueSerializerContractTest<byte[]> {
  private final RawSerializer serializer = new RawSerializer();

  @Override
  protected ValueSerializer<byte[]> serializer() {
    return serializer;
  }

  @Override
  protected List<Example<byte[]>> examples() {
    return List.of(
        new Example<>(new byte[0], ""), new Example<>(new byte[] {0, -1, 127}, "00ff7f"));
  }

  @Override
  protected String describe(byte[] value) {
    return HexFormat.of().formatHex(value);
  }
}
