package io.gabbro.type;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumericTypesTest {
  @ParameterizedTest
  @CsvSource({
    "0, 1, 0",
    "1.50, 3, 2",
    "-123, 3, 0",
    "0.001, 3, 3",
    "1e3, 4, 0",
    "0.00, 2, 2",
    "12.5, 3, 1"
  })
  void findsTheTypeOfALiteral(String literal, int precision, int scale) {
    assertEquals(SqlType.numeric(precision, scale), NumericTypes.of(new BigDecimal(literal)));
  }

  @Test
  void sumsKeepTheGreaterScale() {
    SqlType money = SqlType.numeric(15, 2);
    assertEquals(SqlType.numeric(16, 2), NumericTypes.sum(money, money));
    assertEquals(SqlType.numeric(18, 4), NumericTypes.sum(money, SqlType.numeric(6, 4)));
    assertEquals(
        SqlType.numeric(38, 10), NumericTypes.sum(SqlType.numeric(38, 0), SqlType.numeric(38, 10)));
  }

  @Test
  void productsAddScalesAsFarAsThereIsRoom() {
    SqlType money = SqlType.numeric(15, 2);
    assertEquals(SqlType.numeric(30, 4), NumericTypes.product(money, money));
    assertEquals(
        SqlType.numeric(38, 6),
        NumericTypes.product(SqlType.numeric(31, 4), SqlType.numeric(16, 2)));
    assertEquals(
        SqlType.numeric(38, 20),
        NumericTypes.product(SqlType.numeric(38, 20), SqlType.numeric(38, 20)));
    assertEquals(
        SqlType.numeric(38, 37),
        NumericTypes.product(SqlType.numeric(20, 19), SqlType.numeric(20, 20)));
  }

  @Test
  void quotientsHaveSixteenDigitsBehindThePoint() {
    assertEquals(
        SqlType.numeric(33, 16),
        NumericTypes.quotient(SqlType.numeric(15, 0), SqlType.numeric(5, 2)));
    assertEquals(
        SqlType.numeric(38, 20),
        NumericTypes.quotient(SqlType.numeric(38, 20), SqlType.numeric(10, 2)));
  }

  @Test
  void remaindersAreNoGreaterThanEither() {
    assertEquals(
        SqlType.numeric(5, 2),
        NumericTypes.remainder(SqlType.numeric(15, 2), SqlType.numeric(3, 0)));
  }
}
