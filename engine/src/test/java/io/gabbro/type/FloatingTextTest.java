package io.gabbro.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FloatingTextTest {
  private static String text(double value) {
    Utf8Builder target = new Utf8Builder();
    FloatingText.append(target, value);
    return target.toString();
  }

  private static String text(float value) {
    Utf8Builder target = new Utf8Builder();
    FloatingText.append(target, value);
    return target.toString();
  }

  private static double parse(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return FloatingText.parseDouble(bytes, 0, bytes.length);
  }

  private static float parseFloat(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return FloatingText.parseFloat(bytes, 0, bytes.length);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, -0",
    "1, 1",
    "-1.5, -1.5",
    "0.1, 0.1",
    "100000, 100000",
    "1e14, 100000000000000",
    "1e15, 1e+15",
    "123456789012345, 123456789012345",
    "1234567890123456, 1.234567890123456e+15",
    "0.0001, 0.0001",
    "0.00001, 1e-05",
    "0.00012345, 0.00012345",
    "2e-3, 0.002",
    "1e23, 1e+23",
    "8.41e21, 8.41e+21",
    "9007199254740993, 9.007199254740992e+15",
    "4.9e-324, 5e-324",
    "1.7976931348623157e308, 1.7976931348623157e+308",
    "0.30000000000000004, 0.30000000000000004",
    "2.2250738585072014E-308, 2.2250738585072014e-308",
    "1e100, 1e+100",
    "NaN, NaN",
    "Infinity, Infinity",
    "-Infinity, -Infinity",
    "2.82879384806159E17, 2.82879384806159e+17"
  })
  void printsDoublesAsPostgres(double value, String expected) {
    assertEquals(expected, text(value));
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1",
    "1234567, 1.234567e+06",
    "123456, 123456",
    "16777216, 1.6777216e+07",
    "3.4028235e38, 3.4028235e+38",
    "1.4e-45, 1e-45",
    "0.3, 0.3",
    "-0.5, -0.5",
    "1e-5, 1e-05"
  })
  void printsFloatsAsPostgres(float value, String expected) {
    assertEquals(expected, text(value));
  }

  @Test
  void readsBackWhatItPrints() {
    Random random = SeededRandom.create();
    for (int round = 0; round < 20_000; round++) {
      double value =
          random.nextBoolean()
              ? Double.longBitsToDouble(random.nextLong())
              : Math.rint(random.nextDouble() * 1e6) / Math.pow(10, random.nextInt(9));
      String text = text(value);
      assertEquals(value, parse(text), text);
      assertTrue(text.length() <= Double.toString(value).length() + 3, text);
      float single = (float) value;
      assertEquals(single, parseFloat(text(single)), text);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "x", "1d", "1f", "0x1p3", "1e", "1e+", ".", "1.2.3", "--1", "1 2"})
  void refusesWhatIsNoNumber(String text) {
    GabbroException error = assertThrows(GabbroException.class, () -> parse(text));
    assertEquals(ErrorCode.INVALID_TEXT_REPRESENTATION, error.code());
    assertThrows(GabbroException.class, () -> parseFloat(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e400", "-1e309", "1e-400"})
  void refusesWhatIsOutOfRange(String text) {
    GabbroException error = assertThrows(GabbroException.class, () -> parse(text));
    assertEquals("22003", error.sqlState());
    assertEquals("22003", assertThrows(GabbroException.class, () -> parseFloat(text)).sqlState());
  }

  @Test
  void readsWithBlanksAroundAndWordsInAnyCase() {
    assertEquals(1.5, parse("  1.5 "));
    assertEquals(Double.NEGATIVE_INFINITY, parse("-Inf"));
    assertEquals(Double.NaN, parse("nan"));
    assertEquals(0.5f, parseFloat(".5"));
    assertEquals(5.0, parse("+5."));
    assertEquals(0.0, parse("0e5"));
  }
}
