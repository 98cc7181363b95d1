package io.gabbro.function.datetime;

import static io.gabbro.function.Vectors.bytes;
import static io.gabbro.function.Vectors.doubles;
import static io.gabbro.function.Vectors.ints;
import static io.gabbro.function.Vectors.longs;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.function.Resolver;
import io.gabbro.function.ScalarFunction;
import io.gabbro.function.ScalarSignature;
import io.gabbro.type.Dates;
import io.gabbro.type.SqlType;
import io.gabbro.type.TimeZones;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;

/** {@code make_date}, {@code make_time}, {@code make_timestamp}, {@code to_timestamp}. */
public final class Making {
  /** {@code make_date(year, month, day)}. */
  public static final ScalarFunction MAKE_DATE =
      DateTimes.function(
          "make_date",
          "make_date(year, month, day)",
          "The date of its fields; years BC are negative.",
          "make_date(2024, 2, 29)",
          "2024-02-29",
          Resolver.overloads(
              ScalarSignature.ofRows(
                  List.of(SqlType.INTEGER, SqlType.INTEGER, SqlType.INTEGER),
                  SqlType.DATE,
                  (context, arguments, row, result) ->
                      ints(result)[row] =
                          day(
                              ints(arguments[0])[row],
                              ints(arguments[1])[row],
                              ints(arguments[2])[row]))));

  /** {@code make_time(hour, minute, second)}. */
  public static final ScalarFunction MAKE_TIME =
      DateTimes.function(
          "make_time",
          "make_time(hour, minute, second)",
          "The time of day of its fields.",
          "make_time(8, 15, 23.5)",
          "08:15:23.5",
          Resolver.overloads(
              ScalarSignature.ofRows(
                  List.of(SqlType.INTEGER, SqlType.INTEGER, SqlType.DOUBLE),
                  SqlType.TIME,
                  (context, arguments, row, result) ->
                      longs(result)[row] =
                          time(
                              ints(arguments[0])[row],
                              ints(arguments[1])[row],
                              doubles(arguments[2])[row]))));

  /** {@code make_timestamp(year, month, day, hour, minute, second)}. */
  public static final ScalarFunction MAKE_TIMESTAMP =
      DateTimes.function(
          "make_timestamp",
          "make_timestamp(year, month, day, hour, minute, second)",
          "The timestamp of its fields; years BC are negative.",
          "make_timestamp(2024, 2, 29, 8, 15, 23.5)",
          "2024-02-29 08:15:23.5",
          Resolver.overloads(
              ScalarSignature.ofRows(
                  List.of(
                      SqlType.INTEGER,
                      SqlType.INTEGER,
                      SqlType.INTEGER,
                      SqlType.INTEGER,
                      SqlType.INTEGER,
                      SqlType.DOUBLE),
                  SqlType.TIMESTAMP,
                  (context, arguments, row, result) -> {
                    int day =
                        day(
                            ints(arguments[0])[row],
                            ints(arguments[1])[row],
                            ints(arguments[2])[row]);
                    longs(result)[row] =
                        Dates.startOf(day)
                            + time(
                                ints(arguments[3])[row],
                                ints(arguments[4])[row],
                                doubles(arguments[5])[row]);
                  })));

  /** {@code to_timestamp(seconds)}. */
  public static final ScalarFunction TO_TIMESTAMP =
      DateTimes.function(
          "to_timestamp",
          "to_timestamp(seconds)",
          "The instant so many seconds after 1970-01-01 00:00 UTC.",
          "to_timestamp(1709209845) = TIMESTAMP WITH TIME ZONE '2024-02-29 12:30:45+00'",
          "true",
          Resolver.overloads(
              ScalarSignature.ofRows(
                  List.of(SqlType.DOUBLE),
                  SqlType.TIMESTAMP_WITH_TIME_ZONE,
                  (context, arguments, row, result) ->
                      longs(result)[row] = instant(doubles(arguments[0])[row]))));

  /** {@code timezone(zone, timestamp)}. */
  public static final ScalarFunction TIMEZONE =
      DateTimes.function(
          "timezone",
          "timezone(zone, timestamp)",
          "The instant of a local time in a zone, or the local time in a zone of an instant; also"
              + " written timestamp AT TIME ZONE zone.",
          "timezone('America/New_York', TIMESTAMP WITH TIME ZONE '2024-02-29 12:00+00')",
          "2024-02-29 07:00:00",
          Resolver.overloads(
              ScalarSignature.ofRows(
                  List.of(SqlType.TEXT, SqlType.TIMESTAMP),
                  SqlType.TIMESTAMP_WITH_TIME_ZONE,
                  (context, arguments, row, result) ->
                      longs(result)[row] =
                          checked(
                              TimeZones.toUtc(
                                  longs(arguments[1])[row],
                                  zone(bytes(arguments[0]).string(row))))),
              ScalarSignature.ofRows(
                  List.of(SqlType.TEXT, SqlType.TIMESTAMP_WITH_TIME_ZONE),
                  SqlType.TIMESTAMP,
                  (context, arguments, row, result) ->
                      longs(result)[row] =
                          checked(
                              TimeZones.toLocal(
                                  longs(arguments[1])[row],
                                  zone(bytes(arguments[0]).string(row)))))));

  private Making() {}

  private static int day(int year, int month, int dayOfMonth) {
    long astronomical = year < 0 ? year + 1L : year;
    if (year == 0
        || month < 1
        || month > 12
        || dayOfMonth < 1
        || dayOfMonth > Dates.daysInMonth(astronomical, month)) {
      throw outOfRange(year + "-" + month + "-" + dayOfMonth);
    }
    long day = Dates.day(astronomical, month, dayOfMonth);
    if (!Dates.isValidDay(day)) {
      throw outOfRange(year + "-" + month + "-" + dayOfMonth);
    }
    return (int) day;
  }

  private static long time(int hour, int minute, double second) {
    boolean valid =
        hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
    long micros =
        valid
            ? hour * Dates.MICROS_PER_HOUR
                + minute * Dates.MICROS_PER_MINUTE
                + Math.round(second * Dates.MICROS_PER_SECOND)
            : Dates.MICROS_PER_DAY;
    if (micros >= Dates.MICROS_PER_DAY) {
      throw outOfRange(hour + ":" + minute + ":" + second);
    }
    return micros;
  }

  private static long instant(double seconds) {
    double micros = Math.rint(seconds * Dates.MICROS_PER_SECOND);
    if (!(micros >= Dates.MIN_MICROS && micros <= Dates.MAX_MICROS)) {
      throw IntervalMath.outOfRange(SqlType.TIMESTAMP);
    }
    return (long) micros;
  }

  private static long checked(long micros) {
    if (!Dates.isValidTimestamp(micros)) {
      throw IntervalMath.outOfRange(SqlType.TIMESTAMP);
    }
    return micros;
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException error) {
      throw GabbroException.causedBy(
          error, ErrorCode.INVALID_ARGUMENT, "time zone \"" + name + "\" not recognized");
    }
  }

  private static GabbroException outOfRange(String fields) {
    return new GabbroException(ErrorCode.DATETIME_OUT_OF_RANGE, fields);
  }
}
