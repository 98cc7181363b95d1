package io.gabbro.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The contract test for each codec that comes with Gabbro. */
class KeyCodecsTest {
  private static final Comparator<String> BY_CODE_POINTS =
      (left, right) ->
          Arrays.compareUnsigned(
              left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));

  private static String randomString(java.util.Random random) {
    int[] alphabet = {0, 1, 'a', 'b', 0xE9, 0xFFFD, 0xFFFF, 0x1F600};
    StringBuilder text = new StringBuilder();
    for (int count = random.nextInt(6); count > 0; count--) {
      text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
    }
    return text.toString();
  }

  private static long randomLong(java.util.Random random) {
    return random.nextBoolean() ? random.nextInt(5) - 2 : random.nextLong();
  }

  @Test
  void stringsWithoutUtf8FormAreRefused() {
    GabbroException e =
        assertThrows(
            GabbroException.class, () -> KeyCodecs.STRING.encode("\uD800", new ByteBuilder()));
    assertEquals(ErrorCode.SERIALIZATION, e.code());
  }

  @Test
  void aPairKnowsItsWidthAndOrder() {
    KeyCodec<KeyPair<Integer, Long>> fixed = KeyCodecs.pair(KeyCodecs.INT, KeyCodecs.LONG);
    assertEquals(12, fixed.fixedWidth());
    assertTrue(fixed.preservesOrder());
    KeyCodec<KeyPair<Integer, Long>> unordered =
        KeyCodecs.pair(KeyCodecs.INT, KeyCodecs.LITTLE_ENDIAN_LONG);
    assertFalse(unordered.preservesOrder());
    assertEquals(KeyCodec.VARIABLE, KeyCodecs.pair(KeyCodecs.INT, KeyCodecs.STRING).fixedWidth());
  }

  @Nested
  class Strings extends AbstractKeyCodecContractTest<String> {
    @Override
    KeyCodec<String> codec() {
      return KeyCodecs.STRING;
    }

    @Override
    List<Map.Entry<String, String>> golden() {
      return List.of(
          Map.entry("", ""),
          Map.entry("a", "61"),
          Map.entry("a\0é", "6100c3a9"),
          Map.entry("😀", "f09f9880"),
          Map.entry("\uFFFD", "efbfbd"));
    }

    @Override
    String randomKey() {
      return randomString(random);
    }

    @Override
    Comparator<String> order() {
      return BY_CODE_POINTS;
    }
  }

  @Nested
  class Buffers extends AbstractKeyCodecContractTest<ByteBuffer> {
    @Override
    KeyCodec<ByteBuffer> codec() {
      return KeyCodecs.BUFFER;
    }

    @Override
    List<Map.Entry<ByteBuffer, String>> golden() {
      return List.of(
          Map.entry(ByteBuffer.allocate(0), ""),
          Map.entry(ByteBuffer.wrap(new byte[] {1, 2, 3, 4}, 1, 2), "0203"),
          Map.entry(ByteBuffer.allocateDirect(2), "0000"));
    }

    @Override
    ByteBuffer randomKey() {
      byte[] bytes = new byte[random.nextInt(6)];
      random.nextBytes(bytes);
      return ByteBuffer.wrap(bytes);
    }

    @Override
    Comparator<ByteBuffer> order() {
      return Comparator.comparing(
          buffer -> {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(buffer.position(), bytes);
            return bytes;
          },
          Arrays::compareUnsigned);
    }
  }

  @Nested
  class ByteArrays extends AbstractKeyCodecContractTest<byte[]> {
    @Override
    KeyCodec<byte[]> codec() {
      return KeyCodecs.BYTES;
    }

    @Override
    List<Map.Entry<byte[], String>> golden() {
      return List.of(Map.entry(new byte[0], ""), Map.entry(new byte[] {0, -1}, "00ff"));
    }

    @Override
    byte[] randomKey() {
      byte[] key = new byte[random.nextInt(5)];
      random.nextBytes(key);
      return key;
    }

    @Override
    Comparator<byte[]> order() {
      return Arrays::compareUnsigned;
    }
  }

  @Nested
  class Ints extends AbstractKeyCodecContractTest<Integer> {
    @Override
    KeyCodec<Integer> codec() {
      return KeyCodecs.INT;
    }

    @Override
    List<Map.Entry<Integer, String>> golden() {
      return List.of(
          Map.entry(0, "80000000"),
          Map.entry(258, "80000102"),
          Map.entry(-1, "7fffffff"),
          Map.entry(Integer.MIN_VALUE, "00000000"));
    }

    @Override
    Integer randomKey() {
      return (int) randomLong(random);
    }

    @Override
    Comparator<Integer> order() {
      return Comparator.naturalOrder();
    }
  }

  @Nested
  class Longs extends AbstractKeyCodecContractTest<Long> {
    @Override
    KeyCodec<Long> codec() {
      return KeyCodecs.LONG;
    }

    @Override
    List<Map.Entry<Long, String>> golden() {
      return List.of(Map.entry(258L, "8000000000000102"), Map.entry(-1L, "7fffffffffffffff"));
    }

    @Override
    Long randomKey() {
      return randomLong(random);
    }

    @Override
    Comparator<Long> order() {
      return Comparator.naturalOrder();
    }
  }

  @Nested
  class UnsignedLongs extends AbstractKeyCodecContractTest<Long> {
    @Override
    KeyCodec<Long> codec() {
      return KeyCodecs.UNSIGNED_LONG;
    }

    @Override
    List<Map.Entry<Long, String>> golden() {
      return List.of(Map.entry(258L, "0000000000000102"), Map.entry(-1L, "ffffffffffffffff"));
    }

    @Override
    Long randomKey() {
      return randomLong(random);
    }

    @Override
    Comparator<Long> order() {
      return Long::compareUnsigned;
    }
  }

  @Nested
  class LittleEndianInts extends AbstractKeyCodecContractTest<Integer> {
    @Override
    KeyCodec<Integer> codec() {
      return KeyCodecs.LITTLE_ENDIAN_INT;
    }

    @Override
    List<Map.Entry<Integer, String>> golden() {
      return List.of(Map.entry(258, "02010000"), Map.entry(-1, "ffffffff"));
    }

    @Override
    Integer randomKey() {
      return (int) randomLong(random);
    }

    @Override
    Comparator<Integer> order() {
      return Comparator.naturalOrder();
    }
  }

  @Nested
  class LittleEndianLongs extends AbstractKeyCodecContractTest<Long> {
    @Override
    KeyCodec<Long> codec() {
      return KeyCodecs.LITTLE_ENDIAN_LONG;
    }

    @Override
    List<Map.Entry<Long, String>> golden() {
      return List.of(Map.entry(258L, "0201000000000000"), Map.entry(-2L, "feffffffffffffff"));
    }

    @Override
    Long randomKey() {
      return randomLong(random);
    }

    @Override
    Comparator<Long> order() {
      return Comparator.naturalOrder();
    }
  }

  @Nested
  class Uuids extends AbstractKeyCodecContractTest<UUID> {
    @Override
    KeyCodec<UUID> codec() {
      return KeyCodecs.UUID;
    }

    @Override
    List<Map.Entry<UUID, String>> golden() {
      return List.of(
          Map.entry(
              UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"),
              "00112233445566778899aabbccddeeff"));
    }

    @Override
    UUID randomKey() {
      return new UUID(randomLong(random), randomLong(random));
    }

    @Override
    Comparator<UUID> order() {
      return Comparator.comparing(UUID::getMostSignificantBits, Long::compareUnsigned)
          .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);
    }
  }

  @Nested
  class Instants extends AbstractKeyCodecContractTest<Instant> {
    @Override
    KeyCodec<Instant> codec() {
      return KeyCodecs.INSTANT;
    }

    @Override
    List<Map.Entry<Instant, String>> golden() {
      return List.of(
          Map.entry(Instant.EPOCH, "800000000000000000000000"),
          Map.entry(Instant.ofEpochSecond(-1, 5), "7fffffffffffffff00000005"),
          Map.entry(Instant.MAX, "80701cd2fa9578ff3b9ac9ff"));
    }

    @Override
    Instant randomKey() {
      return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
    }

    @Override
    Comparator<Instant> order() {
      return Comparator.naturalOrder();
    }
  }

  @Nested
  class Pairs extends AbstractKeyCodecContractTest<KeyPair<String, KeyPair<Integer, String>>> {
    @Override
    KeyCodec<KeyPair<String, KeyPair<Integer, String>>> codec() {
      return KeyCodecs.pair(KeyCodecs.STRING, KeyCodecs.pair(KeyCodecs.INT, KeyCodecs.STRING));
    }

    @Override
    List<Map.Entry<KeyPair<String, KeyPair<Integer, String>>, String>> golden() {
      return List.of(
          Map.entry(new KeyPair<>("a", new KeyPair<>(1, "b")), "610000" + "80000001" + "62"),
          Map.entry(new KeyPair<>("a\0", new KeyPair<>(-1, "")), "6100ff0000" + "7fffffff"));
    }

    @Override
    KeyPair<String, KeyPair<Integer, String>> randomKey() {
      return new KeyPair<>(
          randomString(random), new KeyPair<>((int) randomLong(random), randomString(random)));
    }

    @Override
    Comparator<KeyPair<String, KeyPair<Integer, String>>> order() {
      return Comparator.<KeyPair<String, KeyPair<Integer, String>>, String>comparing(
              KeyPair::first, BY_CODE_POINTS)
          .thenComparing(pair -> pair.second().first())
          .thenComparing(pair -> pair.second().second(), BY_CODE_POINTS);
    }
  }
}
