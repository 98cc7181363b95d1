package io.gabbro.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gabbro.error.GabbroException;
import io.gabbro.function.cast.Casts;
import io.gabbro.type.SeededRandom;
import io.gabbro.type.SqlType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** NUMERIC operators against BigDecimal, over random types and values. */
class DecimalArithmeticTest {
  private static final int TYPES = 80;
  private static final int ROWS = 60;

  private final Random random = SeededRandom.create();

  private SqlType anyType() {
    int precision = random.nextBoolean() ? 1 + random.nextInt(18) : 1 + random.nextInt(38);
    return SqlType.numeric(precision, random.nextInt(precision + 1));
  }

  private BigDecimal anyValue(SqlType type) {
    int digits = random.nextInt(4) == 0 ? type.length() : 1 + random.nextInt(type.length());
    BigInteger limit = BigInteger.TEN.pow(digits);
    BigInteger unscaled =
        switch (random.nextInt(5)) {
          case 0 -> limit.subtract(BigInteger.ONE);
          case 1 -> BigInteger.valueOf(random.nextInt(10));
          default -> new BigInteger(limit.bitLength(), random).mod(limit);
        };
    return new BigDecimal(random.nextBoolean() ? unscaled : unscaled.negate(), type.scale());
  }

  private interface Operation {
    BigDecimal apply(BigDecimal left, BigDecimal right, int scale);
  }

  private void check(String operator, boolean divides, Operation expected) {
    for (int round = 0; round < TYPES; round++) {
      List<SqlType> types = List.of(anyType(), anyType());
      ScalarSignature signature = ObjectEvaluation.resolve(operator, types);
      SqlType type = signature.result();
      Object[][] rows = new Object[ROWS][];
      Object[] results = new Object[ROWS];
      int count = 0;
      while (count < ROWS) {
        BigDecimal left = anyValue(types.get(0));
        BigDecimal right = anyValue(types.get(1));
        if (divides && right.signum() == 0) {
          continue;
        }
        BigDecimal result = expected.apply(left, right, type.scale());
        if (result.unscaledValue().abs().compareTo(BigInteger.TEN.pow(type.length())) < 0) {
          rows[count] = new Object[] {left, right};
          results[count++] = result;
        } else {
          Object[][] row = {{left, right}};
          GabbroException error =
              assertThrows(
                  GabbroException.class,
                  () -> ObjectEvaluation.evaluate(signature, types, row),
                  () -> left + operator + right);
          assertEquals("22003", error.sqlState());
          if (random.nextInt(4) == 0) {
            // Types whose results hardly ever fit would keep the loop for ever.
            rows[count] = new Object[] {left, null};
            results[count++] = null;
          }
        }
      }
      Object[] actual = ObjectEvaluation.evaluate(signature, types, rows);
      for (int row = 0; row < ROWS; row++) {
        assertEquals(results[row], actual[row], rows[row][0] + operator + rows[row][1] + types);
      }
    }
  }

  @Test
  void sums() {
    check("+", false, (left, right, scale) -> left.add(right).setScale(scale));
  }

  @Test
  void differences() {
    check("-", false, (left, right, scale) -> left.subtract(right).setScale(scale));
  }

  @Test
  void products() {
    check(
        "*",
        false,
        (left, right, scale) -> left.multiply(right).setScale(scale, RoundingMode.HALF_UP));
  }

  @Test
  void quotients() {
    check("/", true, (left, right, scale) -> left.divide(right, scale, RoundingMode.HALF_UP));
  }

  @Test
  void remainders() {
    check("%", true, (left, right, scale) -> left.remainder(right).setScale(scale));
  }

  @Test
  void comparisons() {
    for (int round = 0; round < TYPES; round++) {
      List<SqlType> types = List.of(anyType(), anyType());
      Object[][] rows = new Object[ROWS][];
      for (int row = 0; row < ROWS; row++) {
        BigDecimal left = anyValue(types.get(0));
        BigDecimal right = anyValue(types.get(1));
        boolean fits =
            left.setScale(types.get(1).scale(), RoundingMode.DOWN).precision()
                <= types.get(1).length();
        if (fits && random.nextInt(3) == 0) {
          right = left.setScale(types.get(1).scale(), RoundingMode.DOWN);
        }
        rows[row] = new Object[] {left, right};
      }
      Object[] less = ObjectEvaluation.evaluate(ObjectEvaluation.resolve("<", types), types, rows);
      Object[] equal = ObjectEvaluation.evaluate(ObjectEvaluation.resolve("=", types), types, rows);
      Object[] notGreater =
          ObjectEvaluation.evaluate(ObjectEvaluation.resolve("<=", types), types, rows);
      for (int row = 0; row < ROWS; row++) {
        int order = ((BigDecimal) rows[row][0]).compareTo((BigDecimal) rows[row][1]);
        assertEquals(order < 0, less[row], rows[row][0] + " < " + rows[row][1]);
        assertEquals(order == 0, equal[row], rows[row][0] + " = " + rows[row][1]);
        assertEquals(order <= 0, notGreater[row], rows[row][0] + " <= " + rows[row][1]);
      }
    }
  }

  @Test
  void casts() {
    for (int round = 0; round < TYPES; round++) {
      SqlType from = anyType();
      SqlType to = anyType();
      ScalarSignature cast = Casts.cast(from, to).orElseThrow();
      for (int row = 0; row < ROWS; row++) {
        BigDecimal value = anyValue(from);
        BigDecimal expected = value.setScale(to.scale(), RoundingMode.HALF_UP);
        Object[][] rows = {{value}};
        if (expected.unscaledValue().abs().compareTo(BigInteger.TEN.pow(to.length())) < 0) {
          assertEquals(expected, ObjectEvaluation.evaluate(cast, List.of(from), rows)[0]);
        } else {
          assertThrows(
              GabbroException.class, () -> ObjectEvaluation.evaluate(cast, List.of(from), rows));
        }
      }
    }
  }
}
