package io.gabbro.function.datetime;

import static io.gabbro.function.Vectors.intervals;
import static io.gabbro.function.Vectors.longs;

import io.gabbro.function.Resolver;
import io.gabbro.function.RowFunction;
import io.gabbro.function.ScalarFunction;
import io.gabbro.function.ScalarSignature;
import io.gabbro.type.Dates;
import io.gabbro.type.Interval;
import io.gabbro.type.SqlType;
import io.gabbro.type.TimeZones;
import java.util.List;

/** {@code age(later, earlier)}: the difference in years, months, days and time. */
public final class Age {
  /** {@code age(later, earlier)}. */
  public static final ScalarFunction FUNCTION =
      DateTimes.function(
          "age",
          "age(later, earlier)",
          "The time between two timestamps in years, months, days and time of day.",
          "age(DATE '2024-02-29', DATE '2000-12-31')",
          "23 years 1 mon 29 days",
          Resolver.overloads(
              ScalarSignature.ofRows(
                  List.of(SqlType.TIMESTAMP, SqlType.TIMESTAMP),
                  SqlType.INTERVAL,
                  (context, arguments, row, result) ->
                      intervals(result)[row] =
                          age(longs(arguments[0])[row], longs(arguments[1])[row])),
              new ScalarSignature(
                  List.of(SqlType.TIMESTAMP_WITH_TIME_ZONE, SqlType.TIMESTAMP_WITH_TIME_ZONE),
                  SqlType.INTERVAL,
                  true,
                  false,
                  zoned()::kernel)));

  private Age() {}

  private static RowFunction zoned() {
    return (context, arguments, row, result) ->
        intervals(result)[row] =
            age(
                TimeZones.toLocal(longs(arguments[0])[row], context.zone()),
                TimeZones.toLocal(longs(arguments[1])[row], context.zone()));
  }

  private static Interval age(long left, long right) {
    return left >= right ? between(left, right) : IntervalMath.negate(between(right, left));
  }

  /** Subtracts field by field and borrows; a month borrowed has the days of the earlier month. */
  private static Interval between(long later, long earlier) {
    long laterFields = Dates.fields(Dates.dayOf(later));
    long earlierFields = Dates.fields(Dates.dayOf(earlier));
    long micros = Dates.timeOf(later) - Dates.timeOf(earlier);
    int days = Dates.dayOfMonth(laterFields) - Dates.dayOfMonth(earlierFields);
    int months =
        (Dates.year(laterFields) - Dates.year(earlierFields)) * 12
            + Dates.month(laterFields)
            - Dates.month(earlierFields);
    if (micros < 0) {
      micros += Dates.MICROS_PER_DAY;
      days--;
    }
    if (days < 0) {
      days += Dates.daysInMonth(Dates.year(earlierFields), Dates.month(earlierFields));
      months--;
    }
    return new Interval(months, days, micros);
  }
}
