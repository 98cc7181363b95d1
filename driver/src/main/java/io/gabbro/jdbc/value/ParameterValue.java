package io.gabbro.jdbc.value;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.type.Interval;
import io.gabbro.type.NumericTypes;
import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Values;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Values of parameters as objects, in few classes: Boolean, Byte, Short, Integer, Long, Float,
 * Double, BigDecimal, String, byte[], LocalDate, LocalTime, LocalDateTime, Timestamp,
 * OffsetDateTime, UUID and Interval. {@link ParameterObjects} makes them of all others.
 */
public final class ParameterValue {
  private ParameterValue() {}

  /**
   * Puts a value into a vector.
   *
   * @return whether the type of the binder holds it
   */
  public static boolean bind(ParameterBinder binder, ColumnVector vector, int row, Object value) {
    if (value instanceof String text) {
      return binder.setText(vector, row, text);
    } else if (value instanceof Number number) {
      return bindNumber(binder, vector, row, number);
    } else if (value instanceof Boolean truth) {
      return binder.setBoolean(vector, row, truth);
    } else if (value instanceof byte[] bytes) {
      return binder.setBytes(vector, row, bytes);
    } else if (value instanceof UUID uuid) {
      return binder.setUuid(vector, row, uuid);
    } else if (value instanceof Interval interval) {
      return binder.setInterval(vector, row, interval);
    } else {
      return bindTime(binder, vector, row, value);
    }
  }

  private static boolean bindNumber(
      ParameterBinder binder, ColumnVector vector, int row, Number value) {
    if (value instanceof BigDecimal decimal) {
      return binder.setDecimal(vector, row, decimal);
    } else if (value instanceof Double number) {
      return binder.setDouble(vector, row, number);
    } else if (value instanceof Float number) {
      return binder.setFloat(vector, row, number);
    } else {
      return binder.setLong(vector, row, value.longValue());
    }
  }

  private static boolean bindTime(
      ParameterBinder binder, ColumnVector vector, int row, Object value) {
    if (value instanceof LocalDate date) {
      return binder.setDate(vector, row, date);
    } else if (value instanceof LocalTime time) {
      return binder.setTime(vector, row, time);
    } else if (value instanceof LocalDateTime time) {
      return binder.setTimestamp(vector, row, time);
    } else if (value instanceof Timestamp time) {
      return bindTimestamp(binder, vector, row, time);
    } else if (value instanceof OffsetDateTime time) {
      return binder.setInstant(vector, row, time);
    }
    throw new IllegalArgumentException("no value of a parameter: " + value.getClass());
  }

  /** A {@link Timestamp} is an instant or a local time, whichever the parameter is. */
  public static boolean bindTimestamp(
      ParameterBinder binder, ColumnVector vector, int row, Timestamp value) {
    return binder.type().equals(SqlType.TIMESTAMP_WITH_TIME_ZONE)
        ? binder.setInstant(vector, row, value.toInstant().atOffset(ZoneOffset.UTC))
        : binder.setTimestamp(vector, row, value.toLocalDateTime());
  }

  /** The type that holds a value exactly. */
  public static SqlType type(Object value) {
    if (value instanceof Number number) {
      return numberType(number);
    } else if (value instanceof String) {
      return SqlType.TEXT;
    } else if (value instanceof Boolean) {
      return SqlType.BOOLEAN;
    } else if (value instanceof byte[]) {
      return SqlType.BYTEA;
    } else if (value instanceof UUID) {
      return SqlType.UUID;
    } else if (value instanceof Interval) {
      return SqlType.INTERVAL;
    } else if (value instanceof LocalDate) {
      return SqlType.DATE;
    } else if (value instanceof LocalTime) {
      return SqlType.TIME;
    } else if (value instanceof OffsetDateTime) {
      return SqlType.TIMESTAMP_WITH_TIME_ZONE;
    } else {
      return SqlType.TIMESTAMP;
    }
  }

  private static SqlType numberType(Number value) {
    if (value instanceof BigDecimal decimal) {
      SqlType type = NumericTypes.of(decimal);
      if (type.length() > SqlType.MAX_PRECISION) {
        throw new GabbroException(ErrorCode.NUMERIC_OUT_OF_RANGE, "value " + decimal + " is");
      }
      return type;
    } else if (value instanceof Double) {
      return SqlType.DOUBLE;
    } else if (value instanceof Float) {
      return SqlType.REAL;
    } else if (value instanceof Long) {
      return SqlType.BIGINT;
    } else if (value instanceof Integer) {
      return SqlType.INTEGER;
    } else {
      return value instanceof Short ? SqlType.SMALLINT : SqlType.TINYINT;
    }
  }

  /**
   * A value converted to a type, as {@code setObject} with a target type asks for: digits behind
   * the point are cut off for whole numbers, and rounded for a target with a scale.
   *
   * @throws GabbroException when the type does not hold the value
   */
  public static Object convert(Object value, SqlType target, Supplier<ZoneId> zone) {
    ColumnVector scratch = ColumnVector.allocate(target.vectorKind(), 1);
    ParameterBinder binder = ParameterBinder.of(target, zone);
    if (!bind(binder, scratch, 0, value) && !bindRounded(binder, scratch, value)) {
      throw value instanceof Number && target.kind().isNumeric()
          ? new GabbroException(
              ErrorCode.NUMERIC_OUT_OF_RANGE, "value " + value + " for type " + target + ":")
          : new GabbroException(ErrorCode.CANNOT_COERCE, value.getClass().getName(), target);
    }
    return Values.get(target, scratch, 0);
  }

  private static boolean bindRounded(ParameterBinder binder, ColumnVector scratch, Object value) {
    SqlType target = binder.type();
    if (!(value instanceof Number number) || !target.kind().isNumeric()) {
      return false;
    }
    if (target.kind().isFloating()) {
      return binder.setFloat(scratch, 0, number.floatValue())
          && Double.isInfinite(number.doubleValue()) == Float.isInfinite(number.floatValue());
    }
    if (!Double.isFinite(number.doubleValue())) {
      return false;
    }
    BigDecimal decimal = new BigDecimal(value.toString());
    RoundingMode rounding = target.kind().isInteger() ? RoundingMode.DOWN : RoundingMode.HALF_UP;
    return decimal.precision() - (long) decimal.scale() <= SqlType.MAX_PRECISION
        && binder.setDecimal(scratch, 0, decimal.setScale(target.scale(), rounding));
  }
}
