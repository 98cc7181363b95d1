package io.gabbro.type;

import java.time.ZoneId;

/** The text form of dates and times, as PostgreSQL prints them in its ISO style. */
public final class DateTimeText {
  private static final int MICRO_DIGITS = 6;

  private DateTimeText() {}

  /** Appends a date: {@code 2024-01-31}, {@code 0044-03-15 BC}. */
  public static void appendDate(Utf8Builder target, int day) {
    if (appendYearMonthDay(target, day)) {
      target.append(" BC");
    }
  }

  /** Appends a time of day: {@code 12:34:56.789}. */
  public static void appendTime(Utf8Builder target, long micros) {
    long seconds = micros / Dates.MICROS_PER_SECOND;
    target.appendMagnitude(seconds / 3600, 2).append(':');
    target.appendMagnitude(seconds / 60 % 60, 2).append(':');
    target.appendMagnitude(seconds % 60, 2);
    appendFraction(target, micros % Dates.MICROS_PER_SECOND);
  }

  /** Appends the digits of a fraction of a second behind a point, without zeros at the end. */
  static void appendFraction(Utf8Builder target, long micros) {
    if (micros != 0) {
      target.append('.').appendMagnitude(micros, MICRO_DIGITS);
      int length = target.length();
      while (target.bytes()[length - 1] == '0') {
        length--;
      }
      target.truncate(length);
    }
  }

  /** Appends a timestamp without zone: {@code 2024-01-31 12:34:56.789}. */
  public static void appendTimestamp(Utf8Builder target, long micros) {
    boolean beforeChrist = appendYearMonthDay(target, Dates.dayOf(micros));
    target.append(' ');
    appendTime(target, Dates.timeOf(micros));
    if (beforeChrist) {
      target.append(" BC");
    }
  }

  /** Appends an instant as the local time of a zone: {@code 2024-01-31 12:34:56.789+01}. */
  public static void appendInstant(Utf8Builder target, long utcMicros, ZoneId zone) {
    int offset = TimeZones.offsetSeconds(utcMicros, zone);
    long local = utcMicros + offset * Dates.MICROS_PER_SECOND;
    boolean beforeChrist = appendYearMonthDay(target, Dates.dayOf(local));
    target.append(' ');
    appendTime(target, Dates.timeOf(local));
    int magnitude = Math.abs(offset);
    target.append(offset < 0 ? '-' : '+').appendMagnitude(magnitude / 3600, 2);
    if (magnitude % 3600 != 0) {
      target.append(':').appendMagnitude(magnitude / 60 % 60, 2);
      if (magnitude % 60 != 0) {
        target.append(':').appendMagnitude(magnitude % 60, 2);
      }
    }
    if (beforeChrist) {
      target.append(" BC");
    }
  }

  private static boolean appendYearMonthDay(Utf8Builder target, int day) {
    long fields = Dates.fields(day);
    int year = Dates.year(fields);
    target.appendMagnitude(year > 0 ? year : 1 - year, 4).append('-');
    target.appendMagnitude(Dates.month(fields), 2).append('-');
    target.appendMagnitude(Dates.dayOfMonth(fields), 2);
    return year <= 0;
  }
}
