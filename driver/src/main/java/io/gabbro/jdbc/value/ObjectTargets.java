package io.gabbro.jdbc.value;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.jdbc.error.SqlExceptions;
import io.gabbro.type.Interval;
import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.IntervalVector;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The classes that {@code getObject(column, class)} can make of a value. */
public final class ObjectTargets {
  /** Makes an object of the value at a position, which is not NULL. */
  @FunctionalInterface
  public interface Target {
    /** The object. */
    Object read(ColumnReader reader, ColumnVector vector, int row) throws SQLException;
  }

  private static final Map<Class<?>, Target> TARGETS = new HashMap<>();

  static {
    TARGETS.put(Object.class, ColumnReader::toObject);
    TARGETS.put(String.class, ColumnReader::toText);
    TARGETS.put(Boolean.class, ColumnReader::toBoolean);
    TARGETS.put(
        Byte.class, (reader, vector, row) -> NumberRange.toByte(reader.toLong(vector, row)));
    TARGETS.put(
        Short.class, (reader, vector, row) -> NumberRange.toShort(reader.toLong(vector, row)));
    TARGETS.put(
        Integer.class, (reader, vector, row) -> NumberRange.toInt(reader.toLong(vector, row)));
    TARGETS.put(Long.class, ColumnReader::toLong);
    TARGETS.put(
        Float.class, (reader, vector, row) -> NumberRange.toFloat(reader.toDouble(vector, row)));
    TARGETS.put(Double.class, ColumnReader::toDouble);
    TARGETS.put(BigDecimal.class, ColumnReader::toDecimal);
    TARGETS.put(
        BigInteger.class,
        (reader, vector, row) -> NumberRange.toBigInteger(reader.toDecimal(vector, row)));
    TARGETS.put(byte[].class, ColumnReader::toBytes);
    TARGETS.put(UUID.class, ColumnReader::toUuid);
    TARGETS.put(Blob.class, (reader, vector, row) -> new MemoryBlob(reader.toBytes(vector, row)));
    TARGETS.put(Clob.class, (reader, vector, row) -> new MemoryClob(reader.toText(vector, row)));
    TARGETS.put(NClob.class, (reader, vector, row) -> new MemoryClob(reader.toText(vector, row)));
    putTimes();
  }

  private static void putTimes() {
    TARGETS.put(LocalDate.class, ColumnReader::toDate);
    TARGETS.put(LocalTime.class, ColumnReader::toTime);
    TARGETS.put(LocalDateTime.class, ColumnReader::toTimestamp);
    TARGETS.put(OffsetDateTime.class, ColumnReader::toInstant);
    TARGETS.put(
        ZonedDateTime.class,
        (reader, vector, row) -> reader.toInstant(vector, row).toZonedDateTime());
    TARGETS.put(Instant.class, (reader, vector, row) -> reader.toInstant(vector, row).toInstant());
    TARGETS.put(
        Date.class, (reader, vector, row) -> LegacyTimes.date(reader.toDate(vector, row), null));
    TARGETS.put(
        Time.class, (reader, vector, row) -> LegacyTimes.time(reader.toTime(vector, row), null));
    TARGETS.put(Timestamp.class, ObjectTargets::timestamp);
    TARGETS.put(java.util.Date.class, ObjectTargets::timestamp);
    TARGETS.put(Period.class, ObjectTargets::period);
    TARGETS.put(Duration.class, ObjectTargets::duration);
  }

  private ObjectTargets() {}

  /**
   * The target of a class.
   *
   * @throws SQLException when there is none
   */
  public static Target of(Class<?> type) throws SQLException {
    Target target = type == null ? null : TARGETS.get(type);
    if (target == null) {
      throw SqlExceptions.unsupported("conversion of a column to " + type);
    }
    return target;
  }

  private static Timestamp timestamp(ColumnReader reader, ColumnVector vector, int row)
      throws SQLException {
    return reader.isAbsolute()
        ? LegacyTimes.timestamp(reader.toInstant(vector, row).toInstant())
        : LegacyTimes.timestamp(reader.toTimestamp(vector, row), null);
  }

  private static Interval interval(ColumnReader reader, ColumnVector vector, int row)
      throws SQLException {
    if (!reader.type().equals(SqlType.INTERVAL)) {
      throw reader.cannotRead("an interval");
    }
    return ((IntervalVector) vector).values()[row];
  }

  private static Period period(ColumnReader reader, ColumnVector vector, int row)
      throws SQLException {
    Interval interval = interval(reader, vector, row);
    if (interval.micros() != 0) {
      throw inexact(reader, vector, row);
    }
    return Period.of(interval.months() / 12, interval.months() % 12, interval.days());
  }

  private static Duration duration(ColumnReader reader, ColumnVector vector, int row)
      throws SQLException {
    Interval interval = interval(reader, vector, row);
    if (interval.months() != 0 || interval.days() != 0) {
      throw inexact(reader, vector, row);
    }
    return Duration.of(interval.micros(), ChronoUnit.MICROS);
  }

  private static SQLException inexact(ColumnReader reader, ColumnVector vector, int row)
      throws SQLException {
    return SqlExceptions.of(
        new GabbroException(
            ErrorCode.INVALID_ARGUMENT,
            "the interval "
                + reader.toText(vector, row)
                + " has parts that the Java class does not hold"));
  }
}
