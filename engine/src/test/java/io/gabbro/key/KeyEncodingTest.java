package io.gabbro.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;
import io.gabbro.vector.Values;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The keys of columns are those that the codecs of typed tables make. */
class KeyEncodingTest {
  private static final int KEYS = 500;

  private final long seed = Long.getLong("tests.seed", System.nanoTime());
  private final Random random = new Random(seed);

  private <K> void check(
      KeyCodec<K> codec, SqlType type, KeyEncoding encoding, K key, Object value) {
    ByteBuilder expected = new ByteBuilder();
    codec.encode(key, expected);
    RowKeyCodec keys =
        RowKeyCodec.mapped(List.of(new RowKeyCodec.Part(type, false, false)), List.of(encoding));
    ColumnVector column = ColumnVector.allocate(type.vectorKind(), 1);
    Values.set(type, column, 0, value);
    ByteBuilder encoded = new ByteBuilder();
    keys.encode(new ColumnVector[] {column}, 0, encoded);
    String message = encoding + " of " + value + ", -Dtests.seed=" + seed;
    assertEquals(hex(expected), hex(encoded), message);
    ColumnVector decoded = ColumnVector.allocate(type.vectorKind(), 1);
    RowKeyReader reader = keys.newReader();
    reader.begin(
        encoded.toByteArray(),
        new int[] {0, encoded.length()},
        1,
        (row, problem) -> {
          throw new AssertionError(problem);
        });
    reader.decode(0, Selection.ofAll(1), decoded);
    assertTrue(column.isSame(0, decoded, 0), message);
  }

  private static String hex(ByteBuilder bytes) {
    return HexFormat.of().formatHex(bytes.bytes(), 0, bytes.length());
  }

  @Test
  void columnsLieAsTypedKeys() {
    for (int key = 0; key < KEYS; key++) {
      int number = random.nextInt();
      long big = random.nextLong() >> random.nextInt(64);
      String text = "k\0é".repeat(random.nextInt(3)) + number;
      byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_16);
      UUID uuid = new UUID(big, number);
      Instant time = Instant.ofEpochSecond(number * 4L, random.nextInt(1_000_000) * 1000L);
      check(KeyCodecs.INT, SqlType.INTEGER, KeyEncoding.INT, number, number);
      check(KeyCodecs.LONG, SqlType.BIGINT, KeyEncoding.LONG, big, big);
      long natural = big & Long.MAX_VALUE;
      check(KeyCodecs.UNSIGNED_LONG, SqlType.BIGINT, KeyEncoding.UNSIGNED_LONG, natural, natural);
      check(
          KeyCodecs.LITTLE_ENDIAN_INT,
          SqlType.INTEGER,
          KeyEncoding.LITTLE_ENDIAN_INT,
          number,
          number);
      check(KeyCodecs.LITTLE_ENDIAN_LONG, SqlType.BIGINT, KeyEncoding.LITTLE_ENDIAN_LONG, big, big);
      check(KeyCodecs.STRING, SqlType.TEXT, KeyEncoding.STRING, text, text);
      check(KeyCodecs.BYTES, SqlType.BYTEA, KeyEncoding.BYTES, bytes, bytes);
      check(KeyCodecs.UUID, SqlType.UUID, KeyEncoding.UUID, uuid, uuid);
      check(
          KeyCodecs.INSTANT,
          SqlType.TIMESTAMP_WITH_TIME_ZONE,
          KeyEncoding.INSTANT,
          time,
          time.atOffset(ZoneOffset.UTC));
    }
  }

  @Test
  void keysThatAreNoValueAreBad() {
    assertTrue(isBad(SqlType.TEXT, KeyEncoding.STRING, "c3"));
    assertTrue(isBad(SqlType.TEXT, KeyEncoding.STRING, "eda080"));
    assertFalse(isBad(SqlType.TEXT, KeyEncoding.STRING, ""));
    assertTrue(isBad(SqlType.BIGINT, KeyEncoding.UNSIGNED_LONG, "8000000000000000"));
    assertTrue(isBad(SqlType.BIGINT, KeyEncoding.LITTLE_ENDIAN_LONG, "00"));
    SqlType time = SqlType.TIMESTAMP_WITH_TIME_ZONE;
    assertFalse(isBad(time, KeyEncoding.INSTANT, "800000000000000100000000"));
    assertTrue(isBad(time, KeyEncoding.INSTANT, "800000000000000100000001"));
    assertTrue(isBad(time, KeyEncoding.INSTANT, "80000000000000013b9aca00"));
    assertTrue(isBad(time, KeyEncoding.INSTANT, "ffffffffffffffff00000000"));
  }

  private static boolean isBad(SqlType type, KeyEncoding encoding, String hex) {
    byte[] key = HexFormat.of().parseHex(hex);
    boolean[] bad = new boolean[1];
    RowKeyCodec.mapped(List.of(new RowKeyCodec.Part(type, false, false)), List.of(encoding))
        .newReader()
        .begin(key, new int[] {0, key.length}, 1, (row, problem) -> bad[0] = true);
    return bad[0];
  }

  @Test
  void namesAreThoseOfOptions() {
    for (KeyEncoding encoding : KeyEncoding.values()) {
      assertEquals(Optional.of(encoding), KeyEncoding.named(encoding.toString()));
    }
    assertEquals(Optional.of(KeyEncoding.STRING), KeyEncoding.named("STRING"));
    assertEquals(Optional.empty(), KeyEncoding.named("strings"));
  }
}
