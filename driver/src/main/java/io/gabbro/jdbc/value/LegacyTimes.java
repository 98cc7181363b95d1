package io.gabbro.jdbc.value;

import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Calendar;

/**
 * Conversions between {@code java.time} and the classes of {@code java.sql}, which hold a point in
 * time and show it in a time zone: that of a calendar, or the JVM's where the calendar is null.
 */
public final class LegacyTimes {
  private static final LocalDate EPOCH = LocalDate.ofEpochDay(0);

  private LegacyTimes() {}

  /** A date as {@link Date}. */
  public static Date date(LocalDate date, Calendar calendar) {
    return calendar == null
        ? Date.valueOf(date)
        : new Date(date.atStartOfDay(zone(calendar)).toInstant().toEpochMilli());
  }

  /** A time of day as {@link Time}, on 1970-01-01, with milliseconds. */
  public static Time time(LocalTime time, Calendar calendar) {
    return new Time(EPOCH.atTime(time).atZone(zone(calendar)).toInstant().toEpochMilli());
  }

  /** A local time as {@link Timestamp}. */
  public static Timestamp timestamp(LocalDateTime time, Calendar calendar) {
    return calendar == null
        ? Timestamp.valueOf(time)
        : Timestamp.from(time.atZone(zone(calendar)).toInstant());
  }

  /** An instant as {@link Timestamp}. */
  public static Timestamp timestamp(Instant instant) {
    return Timestamp.from(instant);
  }

  /** The date that a {@link Date} shows. */
  public static LocalDate localDate(Date date, Calendar calendar) {
    return calendar == null ? date.toLocalDate() : local(date.getTime(), calendar).toLocalDate();
  }

  /** The time of day that a {@link Time} shows, with milliseconds. */
  public static LocalTime localTime(Time time, Calendar calendar) {
    return local(time.getTime(), calendar).toLocalTime();
  }

  /** The local time that a {@link Timestamp} shows. */
  public static LocalDateTime localTimestamp(Timestamp time, Calendar calendar) {
    return calendar == null
        ? time.toLocalDateTime()
        : LocalDateTime.ofInstant(time.toInstant(), zone(calendar));
  }

  /** The point in time of any of the legacy classes. */
  @SuppressWarnings("JavaUtilDate") // applications have such parameters
  public static Instant instant(java.util.Date date) {
    // java.sql.Date and Time refuse toInstant().
    return date instanceof Timestamp timestamp
        ? timestamp.toInstant()
        : Instant.ofEpochMilli(date.getTime());
  }

  /** The local time of an instant in the zone of a calendar. */
  public static LocalDateTime local(OffsetDateTime instant, Calendar calendar) {
    return LocalDateTime.ofInstant(instant.toInstant(), zone(calendar));
  }

  /** The zone of a calendar, or the JVM's. */
  public static ZoneId zone(Calendar calendar) {
    return calendar == null ? ZoneId.systemDefault() : calendar.getTimeZone().toZoneId();
  }

  private static LocalDateTime local(long millis, Calendar calendar) {
    return LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), zone(calendar));
  }
}
