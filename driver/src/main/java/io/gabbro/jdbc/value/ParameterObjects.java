package io.gabbro.jdbc.value;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.jdbc.error.SqlExceptions;
import io.gabbro.type.Interval;
import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URL;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
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
import java.time.Year;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.UUID;

/** From the objects that {@code setObject} takes to those of {@link ParameterValue}. */
public final class ParameterObjects {
  private static final int NANOS_PER_MICRO = 1000;

  private ParameterObjects() {}

  /**
   * The value of an object; null for null.
   *
   * @throws SQLException when its class is none that a parameter can have
   */
  public static Object value(Object object) throws SQLException {
    if (object == null
        || object instanceof String
        || object instanceof Boolean
        || object instanceof byte[]
        || object instanceof UUID
        || object instanceof Interval) {
      return object;
    } else if (object instanceof Number number) {
      return number(number);
    } else if (object instanceof Enum<?> constant) {
      return constant.name();
    } else if (object instanceof CharSequence
        || object instanceof Character
        || object instanceof URL) {
      return object.toString();
    } else {
      Object time = time(object);
      return time != null ? time : large(object);
    }
  }

  private static Object number(Number number) throws SQLException {
    if (number instanceof BigInteger integer) {
      return new BigDecimal(integer);
    } else if (number instanceof BigDecimal
        || number instanceof Integer
        || number instanceof Long
        || number instanceof Double
        || number instanceof Float
        || number instanceof Short
        || number instanceof Byte) {
      return number;
    }
    try {
      return new BigDecimal(number.toString());
    } catch (NumberFormatException e) {
      throw SqlExceptions.of(
          GabbroException.causedBy(
              e, ErrorCode.INVALID_TEXT_REPRESENTATION, "numeric", number.toString()));
    }
  }

  private static Object time(Object object) {
    if (object instanceof LocalDate
        || object instanceof LocalTime
        || object instanceof LocalDateTime
        || object instanceof OffsetDateTime
        || object instanceof Timestamp) {
      return object;
    } else if (object instanceof Instant instant) {
      return instant.atOffset(ZoneOffset.UTC);
    } else if (object instanceof ZonedDateTime time) {
      return time.toOffsetDateTime();
    } else if (object instanceof Date date) {
      return LegacyTimes.localDate(date, null);
    } else if (object instanceof Time time) {
      return LegacyTimes.localTime(time, null);
    } else if (object instanceof java.util.Date date) {
      return LegacyTimes.timestamp(LegacyTimes.instant(date));
    } else if (object instanceof Calendar calendar) {
      return OffsetDateTime.ofInstant(calendar.toInstant(), LegacyTimes.zone(calendar));
    } else if (object instanceof Year year) {
      return year.getValue();
    } else if (object instanceof Period period) {
      int days = (int) period.get(ChronoUnit.DAYS);
      return new Interval(Math.toIntExact(period.toTotalMonths()), days, 0);
    } else if (object instanceof Duration duration) {
      long micros = Math.multiplyExact(duration.getSeconds(), 1_000_000L);
      return new Interval(0, 0, Math.addExact(micros, duration.getNano() / NANOS_PER_MICRO));
    }
    return null;
  }

  private static Object large(Object object) throws SQLException {
    if (object instanceof Blob blob) {
      return Streams.bytes(blob);
    } else if (object instanceof Clob clob) {
      return Streams.text(clob);
    } else if (object instanceof InputStream stream) {
      return Streams.bytes(stream, Streams.TO_THE_END);
    } else if (object instanceof Reader reader) {
      return Streams.text(reader, Streams.TO_THE_END);
    }
    throw SqlExceptions.error(
        ErrorCode.CANNOT_COERCE, object.getClass().getName(), "a SQL parameter");
  }
}
