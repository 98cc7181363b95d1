package io.gabbro.jdbc.value;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.type.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/**
 * Conversions between microseconds since 1970-01-01 00:00 and the classes of {@code java.time}.
 * Fractions of microseconds are rounded, half up, as PostgreSQL's driver does.
 */
final class Micros {
  private static final long NANOS_PER_MICRO = 1000;

  private Micros() {}

  static LocalDateTime toLocal(long micros) {
    return LocalDateTime.of(
        LocalDate.ofEpochDay(Dates.dayOf(micros)),
        LocalTime.ofNanoOfDay(Dates.timeOf(micros) * NANOS_PER_MICRO));
  }

  static OffsetDateTime toOffset(long micros, ZoneId zone) {
    return OffsetDateTime.ofInstant(
        Instant.ofEpochSecond(
            Math.floorDiv(micros, Dates.MICROS_PER_SECOND),
            Math.floorMod(micros, Dates.MICROS_PER_SECOND) * NANOS_PER_MICRO),
        zone);
  }

  /**
   * The day of a date.
   *
   * @throws GabbroException when DATE does not hold it
   */
  static int day(LocalDate date) {
    long day = date.toEpochDay();
    if (!Dates.isValidDay(day)) {
      throw new GabbroException(ErrorCode.DATETIME_OUT_OF_RANGE, date);
    }
    return (int) day;
  }

  /** The microseconds of a time of day. */
  static long time(LocalTime time) {
    return (time.toNanoOfDay() + NANOS_PER_MICRO / 2) / NANOS_PER_MICRO;
  }

  /**
   * The microseconds of a local time.
   *
   * @throws GabbroException when TIMESTAMP does not hold it
   */
  static long timestamp(LocalDateTime time) {
    long day = time.toLocalDate().toEpochDay();
    if (Dates.isValidDay(day) && day <= Dates.dayOf(Dates.MAX_MICROS)) {
      long micros = day * Dates.MICROS_PER_DAY + time(time.toLocalTime());
      if (Dates.isValidTimestamp(micros)) {
        return micros;
      }
    }
    throw new GabbroException(ErrorCode.DATETIME_OUT_OF_RANGE, time);
  }
}
