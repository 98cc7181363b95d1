package io.gabbro.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gabbro.error.GabbroException;
import io.gabbro.type.SeededRandom;
import io.gabbro.type.SqlType;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;

/** Operators on integers of all pairs of types against BigInteger. */
class IntegerArithmeticTest {
  private static final List<SqlType> TYPES =
      List.of(SqlType.TINYINT, SqlType.SMALLINT, SqlType.INTEGER, SqlType.BIGINT);

  private static final int ROWS = 300;

  private final Random random = SeededRandom.create();

  private static int bits(SqlType type) {
    return 8 << TYPES.indexOf(type);
  }

  private long anyValue(SqlType type) {
    long value =
        switch (random.nextInt(5)) {
          case 0 -> Long.MAX_VALUE;
          case 1 -> Long.MIN_VALUE;
          case 2 -> random.nextLong() >> random.nextInt(64);
          case 3 -> (random.nextInt(20) - 10L) << (64 - bits(type));
          default -> random.nextLong();
        };
    return value >> (64 - bits(type));
  }

  private void check(String operator, BinaryOperator<BigInteger> expected) {
    boolean divides = operator.equals("/") || operator.equals("%");
    for (SqlType left : TYPES) {
      for (SqlType right : TYPES) {
        List<SqlType> types = List.of(left, right);
        ScalarSignature signature = ObjectEvaluation.resolve(operator, types);
        int bits = bits(signature.result());
        assertEquals(Math.max(16, Math.max(bits(left), bits(right))), bits);
        for (int row = 0; row < ROWS; row++) {
          long a = anyValue(left);
          long b = anyValue(right);
          Object[][] rows = {{a, b}};
          if (divides && b == 0) {
            assertEquals("22012", error(signature, types, rows));
            continue;
          }
          BigInteger result = expected.apply(BigInteger.valueOf(a), BigInteger.valueOf(b));
          if (result.bitLength() < bits) {
            Object actual = ObjectEvaluation.evaluate(signature, types, rows)[0];
            assertEquals(result.longValue(), ((Number) actual).longValue(), () -> a + operator + b);
          } else {
            assertEquals("22003", error(signature, types, rows), () -> a + operator + b);
          }
        }
      }
    }
  }

  private static String error(ScalarSignature signature, List<SqlType> types, Object[][] rows) {
    return assertThrows(
            GabbroException.class, () -> ObjectEvaluation.evaluate(signature, types, rows))
        .sqlState();
  }

  @Test
  void sums() {
    check("+", BigInteger::add);
  }

  @Test
  void differences() {
    check("-", BigInteger::subtract);
  }

  @Test
  void products() {
    check("*", BigInteger::multiply);
  }

  @Test
  void quotients() {
    check("/", BigInteger::divide);
  }

  @Test
  void remainders() {
    check("%", BigInteger::remainder);
  }
}
