package io.gabbro.function.datetime;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.type.Dates;
import io.gabbro.type.Interval;
import io.gabbro.type.SqlType;
import io.gabbro.type.TimeZones;
import java.time.ZoneId;

/** Arithmetic with intervals, one value at a time; overflow is DATETIME_OVERFLOW. */
public final class IntervalMath {
  private static final double DAYS_PER_MONTH = 30;
  private static final double SECONDS_PER_DAY = 86_400;
  private static final double MICROS_PER_SECOND = 1e6;

  private IntervalMath() {}

  static GabbroException outOfRange(SqlType type) {
    return new GabbroException(ErrorCode.DATETIME_OVERFLOW, type);
  }

  static Interval negate(Interval interval) {
    return subtract(new Interval(0, 0, 0), interval);
  }

  /** The sum, part by part. */
  public static Interval add(Interval left, Interval right) {
    try {
      return new Interval(
          Math.addExact(left.months(), right.months()),
          Math.addExact(left.days(), right.days()),
          Math.addExact(left.micros(), right.micros()));
    } catch (ArithmeticException overflow) {
      throw outOfRange(SqlType.INTERVAL);
    }
  }

  /** The difference, part by part. */
  public static Interval subtract(Interval left, Interval right) {
    try {
      return new Interval(
          Math.subtractExact(left.months(), right.months()),
          Math.subtractExact(left.days(), right.days()),
          Math.subtractExact(left.micros(), right.micros()));
    } catch (ArithmeticException overflow) {
      throw outOfRange(SqlType.INTERVAL);
    }
  }

  /** Multiplies each part, with fractions of months as days and of days as time. */
  static Interval multiply(Interval interval, double factor) {
    return carry(interval.months() * factor, interval.days() * factor, interval.micros() * factor);
  }

  /**
   * Divides each part by a divisor that is not zero, with fractions of months as days and of days
   * as time.
   */
  public static Interval divide(Interval interval, double divisor) {
    return carry(
        interval.months() / divisor, interval.days() / divisor, interval.micros() / divisor);
  }

  /** Fractions of a month become days of 1/30 month, and fractions of a day become time. */
  private static Interval carry(double months, double days, double time) {
    long wholeMonths = whole(months);
    long wholeDays = whole(days);
    double daysOfMonths = roundToMicros((months - wholeMonths) * DAYS_PER_MONTH);
    double rest = roundToMicros(days - wholeDays + daysOfMonths - whole(daysOfMonths));
    double seconds = roundToMicros(rest * SECONDS_PER_DAY);
    if (Math.abs(seconds) >= SECONDS_PER_DAY) {
      double daysOfTime = Math.floor(Math.abs(seconds) / SECONDS_PER_DAY) * Math.signum(seconds);
      wholeDays += (long) daysOfTime;
      seconds -= daysOfTime * SECONDS_PER_DAY;
    }
    wholeDays += whole(daysOfMonths);
    double micros = Math.rint(time + seconds * MICROS_PER_SECOND);
    if (wholeMonths != (int) wholeMonths
        || wholeDays != (int) wholeDays
        || !(Math.abs(micros) < Long.MAX_VALUE)) {
      throw outOfRange(SqlType.INTERVAL);
    }
    return new Interval((int) wholeMonths, (int) wholeDays, (long) micros);
  }

  private static long whole(double value) {
    if (Double.isNaN(value)) {
      throw outOfRange(SqlType.INTERVAL);
    }
    return (long) value;
  }

  private static double roundToMicros(double value) {
    return Math.rint(value * MICROS_PER_SECOND) / MICROS_PER_SECOND;
  }

  /** A timestamp moved by months, then days, then time. */
  static long addToTimestamp(long micros, Interval interval) {
    long moved;
    try {
      moved = Math.addExact(moveDays(micros, interval), interval.micros());
    } catch (ArithmeticException overflow) {
      throw outOfRange(SqlType.TIMESTAMP);
    }
    if (!Dates.isValidTimestamp(moved)) {
      throw outOfRange(SqlType.TIMESTAMP);
    }
    return moved;
  }

  /** An instant moved by months and days of the local calendar, then by time. */
  static long addToInstant(long utcMicros, Interval interval, ZoneId zone) {
    long moved = utcMicros;
    try {
      if (interval.months() != 0 || interval.days() != 0) {
        moved = TimeZones.toUtc(moveDays(TimeZones.toLocal(utcMicros, zone), interval), zone);
      }
      moved = Math.addExact(moved, interval.micros());
    } catch (ArithmeticException overflow) {
      throw outOfRange(SqlType.TIMESTAMP);
    }
    if (!Dates.isValidTimestamp(moved)) {
      throw outOfRange(SqlType.TIMESTAMP);
    }
    return moved;
  }

  private static long moveDays(long micros, Interval interval) {
    long day = Dates.dayOf(micros);
    if (interval.months() != 0) {
      day = Dates.plusMonths((int) day, interval.months());
    }
    day = Math.addExact(day, interval.days());
    if (!Dates.isValidDay(day) || day > Dates.dayOf(Dates.MAX_MICROS)) {
      throw outOfRange(SqlType.TIMESTAMP);
    }
    return day * Dates.MICROS_PER_DAY + Dates.timeOf(micros);
  }

  /** The time between two timestamps as days and time. */
  static Interval between(long laterMicros, long earlierMicros) {
    long difference = laterMicros - earlierMicros;
    if (((laterMicros ^ earlierMicros) & (laterMicros ^ difference)) < 0) {
      throw outOfRange(SqlType.INTERVAL);
    }
    return new Interval(
        0, (int) (difference / Dates.MICROS_PER_DAY), difference % Dates.MICROS_PER_DAY);
  }

  /** A time of day moved by an interval, round the clock. */
  static long addToTime(long micros, Interval interval) {
    return Math.floorMod(micros + interval.micros() % Dates.MICROS_PER_DAY, Dates.MICROS_PER_DAY);
  }

  /** A day moved by a number of days. */
  static int addToDate(int day, long days) {
    long moved = day + days;
    if (!Dates.isValidDay(moved)) {
      throw outOfRange(SqlType.DATE);
    }
    return (int) moved;
  }
}
