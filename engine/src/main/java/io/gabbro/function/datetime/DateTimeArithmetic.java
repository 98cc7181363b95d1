package io.gabbro.function.datetime;

import static io.gabbro.function.Vectors.doubles;
import static io.gabbro.function.Vectors.intervals;
import static io.gabbro.function.Vectors.ints;
import static io.gabbro.function.Vectors.longs;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.function.Resolver;
import io.gabbro.function.RowFunction;
import io.gabbro.function.ScalarSignature;
import io.gabbro.type.Dates;
import io.gabbro.type.SqlType;
import java.util.List;

/** The signatures of the arithmetic operators on dates, times and intervals. */
public final class DateTimeArithmetic {
  /** {@code +}. */
  public static final Resolver SUM =
      Resolver.overloads(
          of(SqlType.INTERVAL, SqlType.INTERVAL, SqlType.INTERVAL, intervalSum()),
          of(SqlType.DATE, SqlType.INTEGER, SqlType.DATE, datePlusDays(0, 1)),
          of(SqlType.INTEGER, SqlType.DATE, SqlType.DATE, datePlusDays(1, 0)),
          of(SqlType.TIMESTAMP, SqlType.INTERVAL, SqlType.TIMESTAMP, timestampPlus(0, 1)),
          of(SqlType.INTERVAL, SqlType.TIMESTAMP, SqlType.TIMESTAMP, timestampPlus(1, 0)),
          zoned(SqlType.TIMESTAMP_WITH_TIME_ZONE, SqlType.INTERVAL, instantPlus(0, 1)),
          zoned(SqlType.INTERVAL, SqlType.TIMESTAMP_WITH_TIME_ZONE, instantPlus(1, 0)),
          of(SqlType.DATE, SqlType.INTERVAL, SqlType.TIMESTAMP, datePlusInterval(0, 1)),
          of(SqlType.INTERVAL, SqlType.DATE, SqlType.TIMESTAMP, datePlusInterval(1, 0)),
          of(SqlType.TIME, SqlType.INTERVAL, SqlType.TIME, timePlus(0, 1)),
          of(SqlType.INTERVAL, SqlType.TIME, SqlType.TIME, timePlus(1, 0)),
          of(SqlType.DATE, SqlType.TIME, SqlType.TIMESTAMP, datePlusTime(0, 1)),
          of(SqlType.TIME, SqlType.DATE, SqlType.TIMESTAMP, datePlusTime(1, 0)));

  /** {@code -} with two operands. */
  public static final Resolver DIFFERENCE =
      Resolver.overloads(
          of(
              SqlType.DATE,
              SqlType.DATE,
              SqlType.INTEGER,
              (context, arguments, row, result) ->
                  ints(result)[row] = ints(arguments[0])[row] - ints(arguments[1])[row]),
          of(
              SqlType.INTERVAL,
              SqlType.INTERVAL,
              SqlType.INTERVAL,
              (context, arguments, row, result) ->
                  intervals(result)[row] =
                      IntervalMath.subtract(
                          intervals(arguments[0])[row], intervals(arguments[1])[row])),
          of(SqlType.TIMESTAMP, SqlType.TIMESTAMP, SqlType.INTERVAL, timestampDifference()),
          of(
              SqlType.TIMESTAMP_WITH_TIME_ZONE,
              SqlType.TIMESTAMP_WITH_TIME_ZONE,
              SqlType.INTERVAL,
              timestampDifference()),
          of(SqlType.TIME, SqlType.TIME, SqlType.INTERVAL, timestampDifference()),
          of(
              SqlType.DATE,
              SqlType.INTEGER,
              SqlType.DATE,
              (context, arguments, row, result) ->
                  ints(result)[row] =
                      IntervalMath.addToDate(
                          ints(arguments[0])[row], -(long) ints(arguments[1])[row])),
          of(
              SqlType.TIMESTAMP,
              SqlType.INTERVAL,
              SqlType.TIMESTAMP,
              (context, arguments, row, result) ->
                  longs(result)[row] =
                      IntervalMath.addToTimestamp(
                          longs(arguments[0])[row],
                          IntervalMath.negate(intervals(arguments[1])[row]))),
          zoned(
              SqlType.TIMESTAMP_WITH_TIME_ZONE,
              SqlType.INTERVAL,
              (context, arguments, row, result) ->
                  longs(result)[row] =
                      IntervalMath.addToInstant(
                          longs(arguments[0])[row],
                          IntervalMath.negate(intervals(arguments[1])[row]),
                          context.zone())),
          of(
              SqlType.DATE,
              SqlType.INTERVAL,
              SqlType.TIMESTAMP,
              (context, arguments, row, result) ->
                  longs(result)[row] =
                      IntervalMath.addToTimestamp(
                          Dates.startOf(ints(arguments[0])[row]),
                          IntervalMath.negate(intervals(arguments[1])[row]))),
          of(
              SqlType.TIME,
              SqlType.INTERVAL,
              SqlType.TIME,
              (context, arguments, row, result) ->
                  longs(result)[row] =
                      IntervalMath.addToTime(
                          longs(arguments[0])[row],
                          IntervalMath.negate(intervals(arguments[1])[row]))));

  /** {@code *}. */
  public static final Resolver PRODUCT =
      Resolver.overloads(
          of(SqlType.INTERVAL, SqlType.DOUBLE, SqlType.INTERVAL, intervalTimes(0, 1)),
          of(SqlType.DOUBLE, SqlType.INTERVAL, SqlType.INTERVAL, intervalTimes(1, 0)));

  /** {@code /}. */
  public static final Resolver QUOTIENT =
      Resolver.overloads(
          of(
              SqlType.INTERVAL,
              SqlType.DOUBLE,
              SqlType.INTERVAL,
              (context, arguments, row, result) -> {
                double divisor = doubles(arguments[1])[row];
                if (divisor == 0) {
                  throw new GabbroException(ErrorCode.DIVISION_BY_ZERO);
                }
                intervals(result)[row] = IntervalMath.divide(intervals(arguments[0])[row], divisor);
              }));

  /** {@code -} with one operand. */
  public static final Resolver NEGATIVE =
      Resolver.overloads(
          ScalarSignature.ofRows(
              List.of(SqlType.INTERVAL),
              SqlType.INTERVAL,
              (context, arguments, row, result) ->
                  intervals(result)[row] = IntervalMath.negate(intervals(arguments[0])[row])));

  private DateTimeArithmetic() {}

  private static ScalarSignature of(
      SqlType left, SqlType right, SqlType type, RowFunction function) {
    return ScalarSignature.ofRows(List.of(left, right), type, function);
  }

  /** Days and months of an instant depend on the time zone of the session. */
  private static ScalarSignature zoned(SqlType left, SqlType right, RowFunction function) {
    return new ScalarSignature(
        List.of(left, right), SqlType.TIMESTAMP_WITH_TIME_ZONE, true, false, function::kernel);
  }

  private static RowFunction intervalSum() {
    return (context, arguments, row, result) ->
        intervals(result)[row] =
            IntervalMath.add(intervals(arguments[0])[row], intervals(arguments[1])[row]);
  }

  private static RowFunction datePlusDays(int date, int days) {
    return (context, arguments, row, result) ->
        ints(result)[row] =
            IntervalMath.addToDate(ints(arguments[date])[row], ints(arguments[days])[row]);
  }

  private static RowFunction timestampPlus(int timestamp, int interval) {
    return (context, arguments, row, result) ->
        longs(result)[row] =
            IntervalMath.addToTimestamp(
                longs(arguments[timestamp])[row], intervals(arguments[interval])[row]);
  }

  private static RowFunction instantPlus(int instant, int interval) {
    return (context, arguments, row, result) ->
        longs(result)[row] =
            IntervalMath.addToInstant(
                longs(arguments[instant])[row],
                intervals(arguments[interval])[row],
                context.zone());
  }

  private static RowFunction datePlusInterval(int date, int interval) {
    return (context, arguments, row, result) ->
        longs(result)[row] =
            IntervalMath.addToTimestamp(
                Dates.startOf(ints(arguments[date])[row]), intervals(arguments[interval])[row]);
  }

  private static RowFunction timePlus(int time, int interval) {
    return (context, arguments, row, result) ->
        longs(result)[row] =
            IntervalMath.addToTime(
                longs(arguments[time])[row], intervals(arguments[interval])[row]);
  }

  private static RowFunction datePlusTime(int date, int time) {
    return (context, arguments, row, result) ->
        longs(result)[row] =
            Dates.startOf(ints(arguments[date])[row]) + longs(arguments[time])[row];
  }

  private static RowFunction timestampDifference() {
    return (context, arguments, row, result) ->
        intervals(result)[row] =
            IntervalMath.between(longs(arguments[0])[row], longs(arguments[1])[row]);
  }

  private static RowFunction intervalTimes(int interval, int factor) {
    return (context, arguments, row, result) ->
        intervals(result)[row] =
            IntervalMath.multiply(
                intervals(arguments[interval])[row], doubles(arguments[factor])[row]);
  }
}
