package io.gabbro.jdbc.value;

import io.gabbro.error.ErrorCode;
import io.gabbro.jdbc.error.SqlExceptions;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;

/** Narrowing of numbers; a value that the target does not hold is SQLSTATE 22003. */
public final class NumberRange {
  private static final double LONG_LIMIT = 0x1p63;

  private static final int LONGEST_INTEGER = 10_000;

  private NumberRange() {}

  /** As a byte. */
  public static byte toByte(long value) throws SQLException {
    if (value != (byte) value) {
      throw outOfRange(value, "byte");
    }
    return (byte) value;
  }

  /** As a short. */
  public static short toShort(long value) throws SQLException {
    if (value != (short) value) {
      throw outOfRange(value, "short");
    }
    return (short) value;
  }

  /** As an int. */
  public static int toInt(long value) throws SQLException {
    if (value != (int) value) {
      throw outOfRange(value, "int");
    }
    return (int) value;
  }

  /** As a float: rounded; only what lies beyond the greatest float is an error. */
  public static float toFloat(double value) throws SQLException {
    float narrow = (float) value;
    if (Float.isInfinite(narrow) && !Double.isInfinite(value)) {
      throw outOfRange(value, "float");
    }
    return narrow;
  }

  /** As a long, without the digits behind the point. */
  static long toLong(double value) throws SQLException {
    if (!(value >= -LONG_LIMIT && value < LONG_LIMIT)) {
      throw outOfRange(value, "long");
    }
    return (long) value;
  }

  /** As a long, without the digits behind the point. */
  static long toLong(BigDecimal value) throws SQLException {
    // The digits are counted first: 1e1000000000 has a BigInteger of 400 MB.
    if (value.precision() - (long) value.scale() > 19) {
      throw outOfRange(value, "long");
    }
    try {
      return value.toBigInteger().longValueExact();
    } catch (ArithmeticException e) {
      throw outOfRange(value, "long");
    }
  }

  /** As a whole number, without the digits behind the point. */
  static BigInteger toBigInteger(BigDecimal value) throws SQLException {
    if (value.precision() - (long) value.scale() > LONGEST_INTEGER) {
      throw outOfRange(value, "BigInteger");
    }
    return value.toBigInteger();
  }

  /** As a truth value. */
  static boolean toBoolean(double value) throws SQLException {
    if (value != 0 && value != 1) {
      throw SqlExceptions.error(ErrorCode.INVALID_TEXT_REPRESENTATION, "boolean", value);
    }
    return value != 0;
  }

  /** As an exact number. */
  static BigDecimal toDecimal(double value, boolean single) throws SQLException {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw outOfRange(value, "BigDecimal");
    }
    return single ? new BigDecimal(Float.toString((float) value)) : BigDecimal.valueOf(value);
  }

  static SQLException outOfRange(Object value, String target) {
    return SqlExceptions.error(
        ErrorCode.NUMERIC_OUT_OF_RANGE, "value " + value + " for Java type " + target + ":");
  }
}
