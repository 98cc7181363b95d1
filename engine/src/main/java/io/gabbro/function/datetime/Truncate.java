package io.gabbro.function.datetime;

import static io.gabbro.function.Vectors.intervals;
import static io.gabbro.function.Vectors.longs;

import io.gabbro.function.EvaluationContext;
import io.gabbro.function.Resolver;
import io.gabbro.function.ScalarFunction;
import io.gabbro.function.ScalarSignature;
import io.gabbro.type.DateTimeField;
import io.gabbro.type.Dates;
import io.gabbro.type.Interval;
import io.gabbro.type.SqlType;
import io.gabbro.type.TimeZones;
import io.gabbro.type.TypeKind;
import io.gabbro.vector.ColumnVector;
import java.time.ZoneId;
import java.util.List;

/** {@code date_trunc(field, source)}. */
public final class Truncate extends FieldKernel {
  /** {@code date_trunc(field, source)}. */
  public static final ScalarFunction FUNCTION =
      DateTimes.function(
          "date_trunc",
          "date_trunc(field, source)",
          "A timestamp or an interval with all that is smaller than the field set to its start:"
              + " microseconds, milliseconds, second, minute, hour, day, week (from Monday on),"
              + " month, quarter, year, decade, century, millennium. A date counts as TIMESTAMP.",
          "date_trunc('month', TIMESTAMP '2024-02-29 12:34:56')",
          "2024-02-01 00:00:00",
          Resolver.overloads(
              of(SqlType.TIMESTAMP), of(SqlType.TIMESTAMP_WITH_TIME_ZONE), of(SqlType.INTERVAL)));

  private final SqlType type;

  private Truncate(SqlType type) {
    super(type);
    this.type = type;
  }

  private static ScalarSignature of(SqlType type) {
    return new ScalarSignature(
        List.of(SqlType.TEXT, type),
        type,
        true,
        type.kind() != TypeKind.TIMESTAMP_WITH_TIME_ZONE,
        () -> new Truncate(type));
  }

  @Override
  void evaluateRow(
      EvaluationContext context,
      DateTimeField field,
      ColumnVector source,
      int row,
      ColumnVector result) {
    switch (type.kind()) {
      case INTERVAL -> intervals(result)[row] = interval(field, intervals(source)[row]);
      case TIMESTAMP -> longs(result)[row] = checked(timestamp(field, longs(source)[row]));
      default -> longs(result)[row] = checked(instant(field, longs(source)[row], context.zone()));
    }
  }

  private long checked(long micros) {
    if (!Dates.isValidTimestamp(micros)) {
      throw IntervalMath.outOfRange(type);
    }
    return micros;
  }

  /** The unit of a field that is part of a day, 0 of others. */
  private static long unit(DateTimeField field) {
    return switch (field) {
      case MICROSECONDS -> 1;
      case MILLISECONDS -> Dates.MICROS_PER_SECOND / 1000;
      case SECOND -> Dates.MICROS_PER_SECOND;
      case MINUTE -> Dates.MICROS_PER_MINUTE;
      case HOUR -> Dates.MICROS_PER_HOUR;
      default -> 0;
    };
  }

  private long timestamp(DateTimeField field, long micros) {
    long unit = unit(field);
    return unit > 0
        ? Math.floorDiv(micros, unit) * unit
        : firstDay(field, Dates.dayOf(micros)) * Dates.MICROS_PER_DAY;
  }

  /** Parts of a day keep the offset of the time zone; days start at its local midnight. */
  private long instant(DateTimeField field, long utc, ZoneId zone) {
    long local = TimeZones.toLocal(utc, zone);
    return unit(field) > 0
        ? utc - (local - timestamp(field, local))
        : TimeZones.toUtc(timestamp(field, local), zone);
  }

  private long firstDay(DateTimeField field, int day) {
    long fields = Dates.fields(day);
    int year = Dates.year(fields);
    int month = Dates.month(fields);
    return switch (field) {
      case DAY -> day;
      case WEEK -> day - Dates.isoDayOfWeek(day) + 1L;
      case MONTH -> Dates.day(year, month, 1);
      case QUARTER -> Dates.day(year, (month - 1) / 3 * 3 + 1, 1);
      case YEAR -> Dates.day(year, 1, 1);
      case DECADE -> Dates.day(Math.floorDiv(year, 10) * 10L, 1, 1);
      case CENTURY -> Dates.day(Math.floorDiv(year - 1, 100) * 100L + 1, 1, 1);
      case MILLENNIUM -> Dates.day(Math.floorDiv(year - 1, 1000) * 1000L + 1, 1, 1);
      default -> throw DateTimes.unsupported(field, type);
    };
  }

  private Interval interval(DateTimeField field, Interval interval) {
    long unit = unit(field);
    if (unit > 0) {
      return new Interval(interval.months(), interval.days(), interval.micros() / unit * unit);
    }
    int months = interval.months();
    return switch (field) {
      case DAY -> new Interval(months, interval.days(), 0);
      case MONTH -> new Interval(months, 0, 0);
      case QUARTER -> new Interval(months / 3 * 3, 0, 0);
      case YEAR -> new Interval(months / 12 * 12, 0, 0);
      case DECADE -> new Interval(months / 120 * 120, 0, 0);
      case CENTURY -> new Interval(months / 1200 * 1200, 0, 0);
      case MILLENNIUM -> new Interval(months / 12_000 * 12_000, 0, 0);
      default -> throw DateTimes.unsupported(field, type);
    };
  }
}
