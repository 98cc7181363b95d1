package io.gabbro.type;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;

/**
 * The proleptic Gregorian calendar on numbers: days since 1970-01-01 and microseconds since
 * 1970-01-01 00:00, without allocation. Years are astronomical: 0 is 1 BC.
 *
 * <p>The conversions follow Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": years
 * start in March, so that the leap day comes last, and 400 years have the same number of days.
 */
public final class Dates {
  /** Microseconds of a second. */
  public static final long MICROS_PER_SECOND = 1_000_000L;

  /** Microseconds of a minute. */
  public static final long MICROS_PER_MINUTE = 60 * MICROS_PER_SECOND;

  /** Microseconds of an hour. */
  public static final long MICROS_PER_HOUR = 60 * MICROS_PER_MINUTE;

  /** Microseconds of a day. */
  public static final long MICROS_PER_DAY = 24 * MICROS_PER_HOUR;

  /** The first day of DATE: 24 November 4714 BC, where Julian days start. */
  public static final int MIN_DAY = -2_440_588;

  /** The last day of DATE: 31 December 5874897. */
  public static final int MAX_DAY = 2_145_042_905;

  /** The first microsecond of TIMESTAMP. */
  public static final long MIN_MICROS = MIN_DAY * MICROS_PER_DAY;

  /** The last microsecond of TIMESTAMP: the end of the year 294246. */
  public static final long MAX_MICROS = 106_751_982L * MICROS_PER_DAY - 1;

  private static final int DAYS_FROM_MARCH_OF_YEAR_0 = 719_468;
  private static final int DAYS_PER_ERA = 146_097;
  private static final int YEARS_PER_ERA = 400;

  private Dates() {}

  /** The day of a date; the month is 1 to 12, the day of the month may be any. */
  public static long day(long year, int month, int dayOfMonth) {
    long shifted = month <= 2 ? year - 1 : year;
    long era = Math.floorDiv(shifted, (long) YEARS_PER_ERA);
    long yearOfEra = shifted - era * YEARS_PER_ERA;
    int monthFromMarch = month > 2 ? month - 3 : month + 9;
    long dayOfYear = (153L * monthFromMarch + 2) / 5 + dayOfMonth - 1;
    long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * DAYS_PER_ERA + dayOfEra - DAYS_FROM_MARCH_OF_YEAR_0;
  }

  /** The year, month and day of the month of a day, for {@link #year} and its kin. */
  public static long fields(int day) {
    long shifted = (long) day + DAYS_FROM_MARCH_OF_YEAR_0;
    long era = Math.floorDiv(shifted, (long) DAYS_PER_ERA);
    int dayOfEra = (int) (shifted - era * DAYS_PER_ERA);
    int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
    int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int monthFromMarch = (5 * dayOfYear + 2) / 153;
    int dayOfMonth = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1;
    int month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
    long year = yearOfEra + era * YEARS_PER_ERA + (month <= 2 ? 1 : 0);
    return (year << 16) | ((long) month << 8) | dayOfMonth;
  }

  /** The year in the result of {@link #fields}. */
  public static int year(long fields) {
    return (int) (fields >> 16);
  }

  /** The month, 1 to 12, in the result of {@link #fields}. */
  public static int month(long fields) {
    return (int) (fields >> 8) & 0xFF;
  }

  /** The day of the month, 1 to 31, in the result of {@link #fields}. */
  public static int dayOfMonth(long fields) {
    return (int) fields & 0xFF;
  }

  /** Whether a year has 366 days. */
  public static boolean isLeapYear(long year) {
    return (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  /** The number of days of a month. */
  public static int daysInMonth(long year, int month) {
    return month == 2 ? (isLeapYear(year) ? 29 : 28) : 30 + ((month + (month >> 3)) & 1);
  }

  /** The day of the week as ISO counts: Monday is 1, Sunday 7. */
  public static int isoDayOfWeek(int day) {
    return Math.floorMod(day + 3L, 7) + 1;
  }

  /** The day on which microseconds fall. */
  public static int dayOf(long micros) {
    return (int) Math.floorDiv(micros, MICROS_PER_DAY);
  }

  /**
   * The first microsecond of a day.
   *
   * @throws GabbroException DATETIME_OVERFLOW when TIMESTAMP does not hold it
   */
  public static long startOf(int day) {
    if (day > MAX_MICROS / MICROS_PER_DAY) {
      throw new GabbroException(ErrorCode.DATETIME_OVERFLOW, SqlType.TIMESTAMP);
    }
    return day * MICROS_PER_DAY;
  }

  /** The microseconds since midnight. */
  public static long timeOf(long micros) {
    return Math.floorMod(micros, MICROS_PER_DAY);
  }

  /** Whether DATE holds a day. */
  public static boolean isValidDay(long day) {
    return day >= MIN_DAY && day <= MAX_DAY;
  }

  /** Whether TIMESTAMP holds these microseconds. */
  public static boolean isValidTimestamp(long micros) {
    return micros >= MIN_MICROS && micros <= MAX_MICROS;
  }

  /**
   * A day moved by months; the day of the month is cut to the last one of the month reached. May
   * leave the limits of DATE.
   */
  public static long plusMonths(int day, int months) {
    long fields = fields(day);
    long month = year(fields) * 12L + month(fields) - 1 + months;
    long year = Math.floorDiv(month, 12L);
    int monthOfYear = Math.floorMod(month, 12) + 1;
    return day(year, monthOfYear, Math.min(dayOfMonth(fields), daysInMonth(year, monthOfYear)));
  }
}
