package io.gabbro.execution;

import io.gabbro.type.Interval;
import io.gabbro.type.SqlType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;

/** Values as Java objects: how to make random ones and how SQL compares them. */
public final class NaiveValues {
  private static final double[] DOUBLES = {
    0.0, -0.0, 1.5, -1.5, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 3
  };
  private static final String LONG =
      "a text that goes on and on, so that its difference lies behind byte sixty-four: ";
  private static final String[] TEXTS = {
    "",
    "a",
    "ab",
    "abc",
    "b",
    "\u00e4",
    "\ud83d\ude00",
    "a\u0000",
    "equal up to here and no more",
    "equal up to here",
    "equal up to here\u0000",
    LONG + "1",
    LONG + "2",
    LONG
  };

  private NaiveValues() {}

  /** A random value of a small domain, NULL in one of eight cases. */
  public static Object random(Random random, SqlType type) {
    return random.nextInt(8) == 0 ? null : randomNotNull(random, type);
  }

  /** A random value of a small domain. */
  public static Object randomNotNull(Random random, SqlType type) {
    int small = random.nextInt(9) - 4;
    return switch (type.kind()) {
      case NULL -> null;
      case BOOLEAN -> random.nextBoolean();
      case TINYINT, SMALLINT -> small;
      case INTEGER -> pick(random, small, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case BIGINT -> pick(random, (long) small, Long.MIN_VALUE, Long.MAX_VALUE);
      case NUMERIC -> randomDecimal(random, type, small);
      case REAL, DOUBLE -> DOUBLES[random.nextInt(DOUBLES.length)];
      case CHAR, VARCHAR -> TEXTS[random.nextInt(TEXTS.length)];
      case VARBINARY -> new byte[] {(byte) (small * 60)};
      case DATE -> LocalDate.of(2024, 2, 28).plusDays(small);
      case TIME -> LocalTime.of(12, 0).plusMinutes(small);
      case TIMESTAMP -> LocalDateTime.of(1970, 1, 1, 0, 0).plusHours(small);
      case TIMESTAMP_WITH_TIME_ZONE ->
          LocalDateTime.of(1970, 1, 1, 0, 0).plusHours(small).toInstant(ZoneOffset.UTC);
      case INTERVAL -> new Interval(small, 30 * random.nextInt(3), random.nextInt(3));
      case UUID -> new UUID(small, random.nextInt(2));
    };
  }

  private static Object pick(Random random, Object usual, Object least, Object greatest) {
    int choice = random.nextInt(30);
    return choice == 0 ? least : choice == 1 ? greatest : usual;
  }

  private static BigDecimal randomDecimal(Random random, SqlType type, int small) {
    BigInteger unscaled =
        type.length() > 18 && random.nextInt(10) == 0
            ? BigInteger.TEN.pow(25).multiply(BigInteger.valueOf(small))
            : BigInteger.valueOf(small);
    return new BigDecimal(unscaled, type.scale());
  }

  /** Compares two values that are not NULL. */
  public static int compare(Object left, Object right) {
    if (left instanceof Double a && right instanceof Double b) {
      return a < b
          ? -1
          : a > b ? 1 : a.doubleValue() == b ? 0 : Boolean.compare(a.isNaN(), b.isNaN());
    }
    if (left instanceof String a && right instanceof String b) {
      return Arrays.compareUnsigned(
          a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
    if (left instanceof byte[] a && right instanceof byte[] b) {
      return Arrays.compareUnsigned(a, b);
    }
    if (left instanceof UUID a && right instanceof UUID b) {
      return a.toString().compareTo(b.toString());
    }
    if (left instanceof Interval a && right instanceof Interval b) {
      return micros(a).compareTo(micros(b));
    }
    if (left instanceof LocalDate a && right instanceof LocalDate b) {
      return a.compareTo(b);
    }
    if (left instanceof LocalDateTime a && right instanceof LocalDateTime b) {
      return a.compareTo(b);
    }
    if (left instanceof LocalTime a && right instanceof LocalTime b) {
      return a.compareTo(b);
    }
    if (left instanceof Instant a && right instanceof Instant b) {
      return a.compareTo(b);
    }
    if (left instanceof Boolean a && right instanceof Boolean b) {
      return a.compareTo(b);
    }
    return new BigDecimal(left.toString()).compareTo(new BigDecimal(right.toString()));
  }

  private static BigInteger micros(Interval interval) {
    return BigInteger.valueOf(interval.months() * 30L + interval.days())
        .multiply(BigInteger.valueOf(86_400_000_000L))
        .add(BigInteger.valueOf(interval.micros()));
  }

  /** Something that is equal for equal values, NULL included, and has a hash code. */
  public static Object key(Object value) {
    if (value instanceof Double number) {
      return number == 0 ? Double.valueOf(0) : number;
    }
    if (value instanceof byte[] bytes) {
      return new String(bytes, StandardCharsets.ISO_8859_1) + "/bytes";
    }
    if (value instanceof Interval interval) {
      return micros(interval);
    }
    if (value instanceof BigDecimal decimal) {
      return decimal.stripTrailingZeros();
    }
    return value;
  }
}
