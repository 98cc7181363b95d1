package io.gabbro.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gabbro.error.GabbroException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalTextTest {
  private static String convert(String text, SqlType type) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Int128 value = new Int128();
    DecimalText.parse(bytes, 0, bytes.length, type, value);
    Utf8Builder target = new Utf8Builder();
    DecimalText.append(target, value.high(), value.low(), type.scale());
    return target.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "1.5, 10, 2, 1.50",
    "-0.005, 10, 2, -0.01",
    "0.004, 10, 2, 0.00",
    "' 42 ', 5, 0, 42",
    "1e3, 10, 1, 1000.0",
    "1.5e-1, 10, 3, 0.150",
    ".5, 3, 1, 0.5",
    "5., 3, 1, 5.0",
    "+7, 3, 0, 7",
    "-0, 3, 1, 0.0",
    "99999999999999999999999999999999999999, 38, 0, 99999999999999999999999999999999999999",
    "-0.00000000000000000000000000000000000001, 38, 38, -0.00000000000000000000000000000000000001",
    "0.5, 38, 38, 0.50000000000000000000000000000000000000",
    "1e-2000000000, 5, 2, 0.00",
    "9.994, 3, 2, 9.99"
  })
  void readsAndPrints(String text, int precision, int scale, String expected) {
    assertEquals(expected, convert(text, SqlType.numeric(precision, scale)));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 22P02",
    "x, 22P02",
    "1.2.3, 22P02",
    ".,  22P02",
    "-, 22P02",
    "NaN, 22P02",
    "1000, 22003",
    "99.995, 22003",
    "1e2000000000, 22003",
    "1 2, 22P02",
    "1e99999999999, 22003",
    "999999999999999999999999, 22003"
  })
  void refuses(String text, String sqlState) {
    GabbroException error =
        assertThrows(GabbroException.class, () -> convert(text, SqlType.numeric(4, 2)));
    assertEquals(sqlState, error.sqlState());
  }

  @Test
  void agreesWithBigDecimal() {
    Random random = SeededRandom.create();
    for (int round = 0; round < 20_000; round++) {
      BigDecimal number =
          new BigDecimal(new BigInteger(random.nextInt(120), random), random.nextInt(36));
      number = random.nextBoolean() ? number : number.negate();
      int scale = random.nextInt(39);
      BigDecimal expected = number.setScale(scale, RoundingMode.HALF_UP);
      if (expected.precision() <= 38) {
        assertEquals(
            expected.toPlainString(), convert(number.toPlainString(), SqlType.numeric(38, scale)));
        assertEquals(
            expected.toPlainString(), convert(number.toString(), SqlType.numeric(38, scale)));
      }
    }
  }
}
