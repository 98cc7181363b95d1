package io.gabbro.type;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The parts of dates, times and intervals that EXTRACT, DATE_TRUNC and interval texts name. */
public enum DateTimeField {
  /** A thousand years; the third one started in 2001. */
  MILLENNIUM("mil", "mils", "millennia"),
  /** A hundred years; the 21st one started in 2001. */
  CENTURY("c", "cent", "centuries"),
  /** Ten years: the year divided by ten. */
  DECADE("dec", "decs", "decades"),
  /** The year; years BC are negative, there is no year 0. */
  YEAR("y", "yr", "yrs", "years"),
  /** The year of the ISO week. */
  ISOYEAR(),
  /** The quarter, 1 to 4. */
  QUARTER("qtr"),
  /** The month, 1 to 12. */
  MONTH("mon", "mons", "months"),
  /** The ISO week, 1 to 53. */
  WEEK("w", "weeks"),
  /** The day of the month; for intervals the days. */
  DAY("d", "days"),
  /** The day of the week, Sunday is 0. */
  DOW(),
  /** The day of the week, Monday is 1 and Sunday 7. */
  ISODOW(),
  /** The day of the year, from 1. */
  DOY(),
  /** The hour. */
  HOUR("h", "hr", "hrs", "hours"),
  /** The minute. */
  MINUTE("m", "min", "mins", "minutes"),
  /** The seconds with their fraction. */
  SECOND("s", "sec", "secs", "seconds"),
  /** The seconds with their fraction, times 1,000. */
  MILLISECONDS("ms", "msec", "msecs", "msecond", "mseconds", "millisecond"),
  /** The seconds with their fraction, times 1,000,000. */
  MICROSECONDS("us", "usec", "usecs", "usecond", "useconds", "microsecond"),
  /** Seconds since 1970-01-01 00:00 UTC; for intervals all of it in seconds. */
  EPOCH(),
  /** The Julian day, with the time of day as fraction. */
  JULIAN("j", "jd"),
  /** The offset of the time zone in seconds. */
  TIMEZONE(),
  /** The hours of the offset of the time zone. */
  TIMEZONE_HOUR(),
  /** The minutes of the offset of the time zone. */
  TIMEZONE_MINUTE();

  private static final Map<String, DateTimeField> BY_NAME = new HashMap<>();

  static {
    for (DateTimeField field : values()) {
      BY_NAME.put(field.name().toLowerCase(Locale.ROOT), field);
      for (String alias : field.aliases) {
        BY_NAME.put(alias, field);
      }
    }
  }

  private final String[] aliases;

  DateTimeField(String... aliases) {
    this.aliases = aliases;
  }

  /** The field of a name or abbreviation, in any case. */
  public static Optional<DateTimeField> ofUnit(String name) {
    return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
  }
}
