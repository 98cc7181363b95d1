package io.gabbro.vector;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.type.BinaryText;
import io.gabbro.type.Dates;
import io.gabbro.type.DecimalText;
import io.gabbro.type.Int128;
import io.gabbro.type.IntegerText;
import io.gabbro.type.Interval;
import io.gabbro.type.SqlType;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * Converts between a position of a vector and the natural Java object of its type: Boolean, Byte,
 * Short, Integer, Long, BigDecimal, Float, Double, String, byte[], LocalDate, LocalTime,
 * LocalDateTime, OffsetDateTime in UTC, {@link Interval} and UUID. For places where a value at a
 * time is fast enough. Stateless.
 */
public final class Values {
  private static final int NANOS_PER_MICRO = 1000;

  private Values() {}

  /** The value at a position, null when it is NULL. */
  public static Object get(SqlType type, ColumnVector vector, int row) {
    if (vector.isNull(row)) {
      return null;
    }
    return switch (type.kind()) {
      case NULL -> null;
      case BOOLEAN -> ((BooleanVector) vector).values()[row];
      case TINYINT -> (byte) ((IntVector) vector).values()[row];
      case SMALLINT -> (short) ((IntVector) vector).values()[row];
      case INTEGER -> ((IntVector) vector).values()[row];
      case BIGINT -> ((LongVector) vector).values()[row];
      case NUMERIC -> ((DecimalVector) vector).decimal(row, type.scale());
      case REAL -> (float) ((DoubleVector) vector).values()[row];
      case DOUBLE -> ((DoubleVector) vector).values()[row];
      case CHAR, VARCHAR -> ((BytesVector) vector).string(row);
      case VARBINARY -> ((BytesVector) vector).bytes(row);
      case DATE -> LocalDate.ofEpochDay(((IntVector) vector).values()[row]);
      case TIME -> LocalTime.ofNanoOfDay(((LongVector) vector).values()[row] * NANOS_PER_MICRO);
      case TIMESTAMP -> local(((LongVector) vector).values()[row]);
      case TIMESTAMP_WITH_TIME_ZONE ->
          local(((LongVector) vector).values()[row]).atOffset(ZoneOffset.UTC);
      case INTERVAL -> ((IntervalVector) vector).values()[row];
      case UUID -> uuid((BytesVector) vector, row);
    };
  }

  /**
   * Sets a position to a value, null for NULL. Any {@link Number} is taken for the numeric types:
   * rounded half away from zero to the scale of NUMERIC, cut to an integer for the integer types.
   * Fractions of microseconds are dropped.
   *
   * @throws GabbroException NUMERIC_OUT_OF_RANGE or DATETIME_OVERFLOW when the type does not hold
   *     the value
   * @throws ClassCastException when the object is not one of the type
   */
  public static void set(SqlType type, ColumnVector vector, int row, Object value) {
    if (value == null) {
      vector.setNull(row);
      return;
    }
    vector.setNotNull(row);
    switch (type.kind()) {
      case NULL -> throw new ClassCastException("a value for the type of NULL");
      case BOOLEAN -> ((BooleanVector) vector).values()[row] = (Boolean) value;
      case TINYINT, SMALLINT, INTEGER ->
          ((IntVector) vector).values()[row] = (int) integer(type, (Number) value);
      case BIGINT -> ((LongVector) vector).values()[row] = integer(type, (Number) value);
      case NUMERIC -> setDecimal(type, (DecimalVector) vector, row, (Number) value);
      case REAL -> ((DoubleVector) vector).values()[row] = ((Number) value).floatValue();
      case DOUBLE -> ((DoubleVector) vector).values()[row] = ((Number) value).doubleValue();
      case CHAR -> ((BytesVector) vector).set(row, withoutBlanksAtEnd((String) value));
      case VARCHAR -> ((BytesVector) vector).set(row, (String) value);
      case VARBINARY -> ((BytesVector) vector).set(row, (byte[]) value);
      case DATE -> ((IntVector) vector).values()[row] = day((LocalDate) value);
      case TIME ->
          ((LongVector) vector).values()[row] = ((LocalTime) value).toNanoOfDay() / NANOS_PER_MICRO;
      case TIMESTAMP -> ((LongVector) vector).values()[row] = micros((LocalDateTime) value);
      case TIMESTAMP_WITH_TIME_ZONE ->
          ((LongVector) vector).values()[row] =
              micros(
                  ((OffsetDateTime) value).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
      case INTERVAL -> ((IntervalVector) vector).values()[row] = (Interval) value;
      case UUID -> setUuid((BytesVector) vector, row, (UUID) value);
    }
  }

  private static String withoutBlanksAtEnd(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    return text.substring(0, end);
  }

  private static long integer(SqlType type, Number value) {
    long integer = value.longValue();
    if (!IntegerText.isInRange(type.kind(), integer)) {
      throw new GabbroException(ErrorCode.NUMERIC_OUT_OF_RANGE, type);
    }
    return integer;
  }

  private static void setDecimal(SqlType type, DecimalVector vector, int row, Number value) {
    BigDecimal decimal =
        value instanceof BigDecimal exact ? exact : new BigDecimal(value.toString());
    Int128 unscaled = new Int128();
    DecimalText.set(decimal, type, unscaled);
    vector.set(row, unscaled.high(), unscaled.low());
  }

  private static int day(LocalDate date) {
    long day = date.toEpochDay();
    if (!Dates.isValidDay(day)) {
      throw new GabbroException(ErrorCode.DATETIME_OVERFLOW, SqlType.DATE);
    }
    return (int) day;
  }

  private static long micros(LocalDateTime time) {
    long day = time.toLocalDate().toEpochDay();
    if (!Dates.isValidDay(day) || day > Dates.dayOf(Dates.MAX_MICROS)) {
      throw new GabbroException(ErrorCode.DATETIME_OVERFLOW, SqlType.TIMESTAMP);
    }
    return day * Dates.MICROS_PER_DAY + time.toLocalTime().toNanoOfDay() / NANOS_PER_MICRO;
  }

  private static LocalDateTime local(long micros) {
    return LocalDateTime.of(
        LocalDate.ofEpochDay(Dates.dayOf(micros)),
        LocalTime.ofNanoOfDay(Dates.timeOf(micros) * NANOS_PER_MICRO));
  }

  private static UUID uuid(BytesVector vector, int row) {
    ByteBuffer bytes = ByteBuffer.wrap(vector.data(), vector.start(row), BinaryText.UUID_BYTES);
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  private static void setUuid(BytesVector vector, int row, UUID value) {
    byte[] target = vector.reserve(BinaryText.UUID_BYTES);
    ByteBuffer.wrap(target, vector.used(), BinaryText.UUID_BYTES)
        .putLong(value.getMostSignificantBits())
        .putLong(value.getLeastSignificantBits());
    vector.endValue(row, BinaryText.UUID_BYTES);
  }
}
