package io.gabbro.function.cast;

import static io.gabbro.function.Vectors.intervals;
import static io.gabbro.function.Vectors.ints;
import static io.gabbro.function.Vectors.longs;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.function.Kernel;
import io.gabbro.function.RowFunction;
import io.gabbro.type.Dates;
import io.gabbro.type.Interval;
import io.gabbro.type.SqlType;
import io.gabbro.type.TimeZones;
import io.gabbro.type.TypeKind;
import java.util.Optional;
import java.util.function.Supplier;

/** Casts between dates, times, timestamps and intervals of different kinds. */
final class DateTimeCasts {
  private DateTimeCasts() {}

  /** The kernel; empty when there is no such cast. */
  static Optional<Supplier<Kernel>> of(TypeKind from, TypeKind to) {
    return function(from, to).map(function -> function::kernel);
  }

  private static Optional<RowFunction> function(TypeKind from, TypeKind to) {
    return switch (from) {
      case DATE -> fromDate(to);
      case TIME -> fromTime(to);
      case TIMESTAMP -> fromTimestamp(to);
      case TIMESTAMP_WITH_TIME_ZONE -> fromInstant(to);
      case INTERVAL -> fromInterval(to);
      default -> Optional.empty();
    };
  }

  private static Optional<RowFunction> fromDate(TypeKind to) {
    return switch (to) {
      case TIMESTAMP ->
          Optional.of(
              (context, source, row, target) ->
                  longs(target)[row] = Dates.startOf(ints(source[0])[row]));
      case TIMESTAMP_WITH_TIME_ZONE ->
          Optional.of(
              (context, source, row, target) ->
                  longs(target)[row] =
                      checked(
                          TimeZones.toUtc(Dates.startOf(ints(source[0])[row]), context.zone())));
      default -> Optional.empty();
    };
  }

  private static Optional<RowFunction> fromTime(TypeKind to) {
    return to != TypeKind.INTERVAL
        ? Optional.empty()
        : Optional.of(
            (context, source, row, target) ->
                intervals(target)[row] = new Interval(0, 0, longs(source[0])[row]));
  }

  private static Optional<RowFunction> fromTimestamp(TypeKind to) {
    return switch (to) {
      case DATE ->
          Optional.of(
              (context, source, row, target) ->
                  ints(target)[row] = Dates.dayOf(longs(source[0])[row]));
      case TIME ->
          Optional.of(
              (context, source, row, target) ->
                  longs(target)[row] = Dates.timeOf(longs(source[0])[row]));
      case TIMESTAMP_WITH_TIME_ZONE ->
          Optional.of(
              (context, source, row, target) ->
                  longs(target)[row] =
                      checked(TimeZones.toUtc(longs(source[0])[row], context.zone())));
      default -> Optional.empty();
    };
  }

  private static Optional<RowFunction> fromInstant(TypeKind to) {
    return switch (to) {
      case DATE ->
          Optional.of(
              (context, source, row, target) ->
                  ints(target)[row] =
                      Dates.dayOf(TimeZones.toLocal(longs(source[0])[row], context.zone())));
      case TIME ->
          Optional.of(
              (context, source, row, target) ->
                  longs(target)[row] =
                      Dates.timeOf(TimeZones.toLocal(longs(source[0])[row], context.zone())));
      case TIMESTAMP ->
          Optional.of(
              (context, source, row, target) ->
                  longs(target)[row] =
                      checked(TimeZones.toLocal(longs(source[0])[row], context.zone())));
      default -> Optional.empty();
    };
  }

  private static Optional<RowFunction> fromInterval(TypeKind to) {
    return to != TypeKind.TIME
        ? Optional.empty()
        : Optional.of(
            (context, source, row, target) ->
                longs(target)[row] =
                    Math.floorMod(intervals(source[0])[row].micros(), Dates.MICROS_PER_DAY));
  }

  private static long checked(long micros) {
    if (!Dates.isValidTimestamp(micros)) {
      throw new GabbroException(ErrorCode.DATETIME_OVERFLOW, SqlType.TIMESTAMP);
    }
    return micros;
  }
}
