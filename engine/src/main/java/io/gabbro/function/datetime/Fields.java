package io.gabbro.function.datetime;

import io.gabbro.type.DateTimeField;
import io.gabbro.type.Dates;
import io.gabbro.type.Interval;
import io.gabbro.type.SqlType;

/** The fields of dates, times and intervals as numbers. */
final class Fields {
  private static final int JULIAN_DAY_OF_1970 = 2_440_588;
  private static final int THURSDAY = 4;
  private static final int DAYS_PER_WEEK = 7;
  private static final int MONTHS_PER_YEAR = 12;
  private static final double MICROS_PER_SECOND = Dates.MICROS_PER_SECOND;
  private static final double SECONDS_PER_DAY = 86_400;
  private static final double DAYS_PER_YEAR = 365.25;
  private static final double DAYS_PER_MONTH = 30;

  private Fields() {}

  /** A field of a date. */
  static double ofDate(DateTimeField field, int day, SqlType type) {
    long fields = Dates.fields(day);
    int year = Dates.year(fields);
    return switch (field) {
      case MILLENNIUM -> period(year, 1000);
      case CENTURY -> period(year, 100);
      case DECADE -> Math.floorDiv(year, 10);
      case YEAR -> withoutYearZero(year);
      case ISOYEAR -> withoutYearZero(isoYear(day));
      case QUARTER -> whole(Dates.month(fields) + 2, 3);
      case MONTH -> Dates.month(fields);
      case WEEK -> isoWeek(day);
      case DAY -> Dates.dayOfMonth(fields);
      case DOW -> Dates.isoDayOfWeek(day) % DAYS_PER_WEEK;
      case ISODOW -> Dates.isoDayOfWeek(day);
      case DOY -> day - Dates.day(year, 1, 1) + 1;
      case EPOCH -> day * SECONDS_PER_DAY;
      case JULIAN -> (double) day + JULIAN_DAY_OF_1970;
      default -> throw DateTimes.unsupported(field, type);
    };
  }

  /** A field of a timestamp. */
  static double ofTimestamp(DateTimeField field, long micros, SqlType type) {
    return switch (field) {
      case HOUR, MINUTE, SECOND, MILLISECONDS, MICROSECONDS ->
          ofTime(field, Dates.timeOf(micros), type);
      case EPOCH -> micros / MICROS_PER_SECOND;
      case JULIAN ->
          (double) Dates.dayOf(micros)
              + JULIAN_DAY_OF_1970
              + Dates.timeOf(micros) / MICROS_PER_SECOND / SECONDS_PER_DAY;
      default -> ofDate(field, Dates.dayOf(micros), type);
    };
  }

  /** A field of a time of day. */
  static double ofTime(DateTimeField field, long micros, SqlType type) {
    return switch (field) {
      case HOUR -> whole(micros, Dates.MICROS_PER_HOUR);
      case MINUTE -> micros / Dates.MICROS_PER_MINUTE % 60;
      case SECOND -> micros % Dates.MICROS_PER_MINUTE / MICROS_PER_SECOND;
      case MILLISECONDS -> micros % Dates.MICROS_PER_MINUTE / 1e3;
      case MICROSECONDS -> micros % Dates.MICROS_PER_MINUTE;
      case EPOCH -> micros / MICROS_PER_SECOND;
      default -> throw DateTimes.unsupported(field, type);
    };
  }

  /** A field of an interval. */
  static double ofInterval(DateTimeField field, Interval interval) {
    int years = interval.months() / MONTHS_PER_YEAR;
    return switch (field) {
      case MILLENNIUM -> whole(years, 1000);
      case CENTURY -> whole(years, 100);
      case DECADE -> whole(years, 10);
      case YEAR -> years;
      case QUARTER -> interval.months() % MONTHS_PER_YEAR / 3 + 1;
      case MONTH -> interval.months() % MONTHS_PER_YEAR;
      case WEEK -> whole(interval.days(), DAYS_PER_WEEK);
      case DAY -> interval.days();
      case EPOCH ->
          (years * DAYS_PER_YEAR
                      + interval.months() % MONTHS_PER_YEAR * DAYS_PER_MONTH
                      + interval.days())
                  * SECONDS_PER_DAY
              + interval.micros() / MICROS_PER_SECOND;
      default -> ofTime(field, interval.micros(), SqlType.INTERVAL);
    };
  }

  /** A quotient cut to a whole number. */
  private static long whole(long dividend, long divisor) {
    return dividend / divisor;
  }

  /** The century or millennium of a year: the first one started with the year 1. */
  private static int period(int year, int years) {
    int period = Math.floorDiv(year - 1, years) + 1;
    return period > 0 ? period : period - 1;
  }

  private static int withoutYearZero(int year) {
    return year > 0 ? year : year - 1;
  }

  /** The week of a day belongs to the year of its Thursday. */
  private static int thursday(int day) {
    return day + THURSDAY - Dates.isoDayOfWeek(day);
  }

  private static int isoYear(int day) {
    return Dates.year(Dates.fields(thursday(day)));
  }

  private static int isoWeek(int day) {
    int thursday = thursday(day);
    int year = Dates.year(Dates.fields(thursday));
    return (int) ((thursday - Dates.day(year, 1, 1)) / DAYS_PER_WEEK) + 1;
  }
}
