package io.gabbro.type;

/** The text form of INTERVAL, as PostgreSQL prints it: {@code 1 year 2 mons 3 days 04:05:06}. */
public final class IntervalText {
  private static final int MONTHS_PER_YEAR = 12;

  private IntervalText() {}

  /** Appends an interval. */
  public static void append(Utf8Builder target, Interval interval) {
    int start = target.length();
    boolean signed = false;
    signed = appendField(target, start, signed, interval.months() / MONTHS_PER_YEAR, "year");
    signed = appendField(target, start, signed, interval.months() % MONTHS_PER_YEAR, "mon");
    signed = appendField(target, start, signed, interval.days(), "day");
    long micros = interval.micros();
    if (micros != 0 || target.length() == start) {
      if (target.length() > start) {
        target.append(' ');
      }
      if (micros < 0) {
        target.append('-');
      } else if (signed) {
        target.append('+');
      }
      appendMagnitude(target, micros);
    }
  }

  /** A positive field behind a negative one has a sign; returns whether this one was negative. */
  private static boolean appendField(
      Utf8Builder target, int start, boolean signed, int value, String unit) {
    if (value == 0) {
      return signed;
    }
    if (target.length() > start) {
      target.append(' ');
    }
    if (signed && value > 0) {
      target.append('+');
    }
    target.append((long) value).append(' ').append(unit);
    if (value != 1) {
      target.append('s');
    }
    return value < 0;
  }

  private static void appendMagnitude(Utf8Builder target, long micros) {
    long seconds = micros / Dates.MICROS_PER_SECOND;
    target.appendMagnitude(seconds / 3600, 2).append(':');
    target.appendMagnitude(seconds / 60 % 60, 2).append(':');
    target.appendMagnitude(seconds % 60, 2);
    DateTimeText.appendFraction(target, micros % Dates.MICROS_PER_SECOND);
  }
}
