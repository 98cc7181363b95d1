package io.gabbro.serializer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.serializer.raw.RawSerializer;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SerializerRegistryTest {
  private final SerializerRegistry registry = new SerializerRegistry();

  /** A serializer with a name. */
  private record Named(String name) implements ValueSerializer<String> {
    @Override
    public Class<String> type() {
      return String.class;
    }

    @Override
    public void serialize(String value, ByteBuilder target) {
      target.putByte(value.length());
    }

    @Override
    public String deserialize(byte[] bytes, int offset, int length) {
      return "x".repeat(bytes[offset]);
    }
  }

  @Test
  void findsServices() {
    assertTrue(registry.find("raw").orElseThrow() instanceof RawSerializer);
    assertEquals(Set.of("raw"), registry.names());
  }

  @Test
  void aRegisteredSerializerHidesAService() {
    Named mine = new Named("raw");
    registry.register(mine);
    assertSame(mine, registry.find("raw").orElseThrow());
    assertSame(mine, registry.require("raw", String.class));
  }

  @Test
  void aNameIsGivenOnce() {
    Named mine = new Named("mine");
    registry.register(mine);
    registry.register(mine);
    GabbroException e =
        assertThrows(GabbroException.class, () -> registry.register(new RenamedRaw("mine")));
    assertEquals(ErrorCode.INVALID_ARGUMENT, e.code());
    assertEquals(Set.of("mine", "raw"), registry.names());
  }

  /** Raw bytes under another name. */
  private record RenamedRaw(String name) implements ValueSerializer<byte[]> {
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
      return new RawSerializer().deserialize(bytes, offset, length);
    }
  }

  @Test
  void refusesUnknownNamesAndOtherTypes() {
    GabbroException unknown =
        assertThrows(GabbroException.class, () -> registry.require("rawe", byte[].class));
    assertEquals("there is no serializer with the name \"rawe\"", unknown.getMessage());
    assertEquals("known: raw", unknown.hint().orElseThrow());
    GabbroException wrong =
        assertThrows(GabbroException.class, () -> registry.require("raw", String.class));
    assertEquals("the serializer \"raw\" is for byte[], not java.lang.String", wrong.getMessage());
  }
}
