package io.gabbro.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gabbro.error.GabbroException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Integers, truth values, byte strings and UUIDs. */
class ScalarTextTest {
  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static long integer(String text, SqlType type) {
    byte[] bytes = utf8(text);
    return IntegerText.parse(bytes, 0, bytes.length, type);
  }

  private static String binary(String text) {
    byte[] bytes = utf8(text);
    Utf8Builder target = new Utf8Builder();
    BinaryText.parse(bytes, 0, bytes.length, target);
    return HexFormat.of().formatHex(target.bytes(), 0, target.length());
  }

  private static String uuid(String text) {
    byte[] bytes = utf8(text);
    Utf8Builder parsed = new Utf8Builder();
    BinaryText.parseUuid(bytes, 0, bytes.length, parsed);
    Utf8Builder target = new Utf8Builder();
    BinaryText.appendUuid(target, parsed.bytes(), 0);
    return target.toString();
  }

  @Test
  void readsIntegersToTheirLimits() {
    assertEquals(Long.MIN_VALUE, integer("-9223372036854775808", SqlType.BIGINT));
    assertEquals(Long.MAX_VALUE, integer(" +9223372036854775807 ", SqlType.BIGINT));
    assertEquals(-128, integer("-128", SqlType.TINYINT));
    assertEquals(0, integer("-0", SqlType.TINYINT));
    assertEquals(42, integer("000000000000000000000000042", SqlType.SMALLINT));
  }

  @ParameterizedTest
  @CsvSource({
    "9223372036854775808, bigint, 22003",
    "-9223372036854775809, bigint, 22003",
    "99999999999999999999999, bigint, 22003",
    "128, tinyint, 22003",
    "-32769, smallint, 22003",
    "2147483648, integer, 22003",
    "'', integer, 22P02",
    "' ', integer, 22P02",
    "1.0, integer, 22P02",
    "1x, integer, 22P02",
    "- 1, integer, 22P02",
    "-, integer, 22P02"
  })
  void refusesIntegers(String text, String type, String sqlState) {
    SqlType integerType = TypeNames.resolve(type, java.util.List.of());
    GabbroException error = assertThrows(GabbroException.class, () -> integer(text, integerType));
    assertEquals(sqlState, error.sqlState());
  }

  @Test
  void printsIntegersToTheirLimits() {
    assertEquals(
        "-9223372036854775808 9223372036854775807 0",
        new Utf8Builder()
            .append(Long.MIN_VALUE)
            .append(' ')
            .append(Long.MAX_VALUE)
            .append(' ')
            .append(0L)
            .toString());
  }

  @ParameterizedTest
  @CsvSource({
    "t, true",
    "TRUE, true",
    "yes, true",
    "on, true",
    "1, true",
    "f, false",
    "' No ', false",
    "of, false"
  })
  void readsTruthValues(String text, boolean expected) {
    assertEquals(expected, BooleanText.parse(utf8(text), 0, utf8(text).length));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "o", "2", "tru e", "wahr"})
  void refusesTruthValues(String text) {
    assertThrows(GabbroException.class, () -> BooleanText.parse(utf8(text), 0, utf8(text).length));
  }

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "\\x, ''",
    "\\xCAfe, cafe",
    "\\xca fe, cafe",
    "abc, 616263",
    "a\\\\b, 615c62",
    "\\000\\377, 00ff",
    "ä, c3a4"
  })
  void readsByteStrings(String text, String expected) {
    assertEquals(expected, binary(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\xc", "\\xzz", "\\4", "\\400", "\\", "a\\08"})
  void refusesByteStrings(String text) {
    GabbroException error = assertThrows(GabbroException.class, () -> binary(text));
    assertEquals("22P02", error.sqlState());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11",
        "A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11",
        "{a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11}",
        "a0eebc999c0b4ef8bb6d6bb9bd380a11",
        "a0ee-bc99-9c0b-4ef8-bb6d-6bb9-bd38-0a11"
      })
  void readsUuids(String text) {
    assertEquals("a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11", uuid(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a1",
        "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a111",
        "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a1g",
        "-a0eebc999c0b4ef8bb6d6bb9bd380a11",
        "a0eebc99--9c0b4ef8bb6d6bb9bd380a11",
        "a0eebc999c0b4ef8bb6d6bb9bd380a11-"
      })
  void refusesUuids(String text) {
    GabbroException error = assertThrows(GabbroException.class, () -> uuid(text));
    assertEquals("22P02", error.sqlState());
  }
}
