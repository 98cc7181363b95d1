package io.gabbro.function.datetime;

import io.gabbro.function.DefinedFunction;
import io.gabbro.function.EvaluationContext;
import io.gabbro.function.Kernel;
import io.gabbro.function.ScalarFunction;
import io.gabbro.function.ScalarSignature;
import io.gabbro.function.Vectors;
import io.gabbro.type.Dates;
import io.gabbro.type.SqlType;
import io.gabbro.type.TimeZones;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** {@code current_timestamp} and its kin: when the statement started. */
public final class CurrentTime {
  /** {@code now()}. */
  public static final DefinedFunction NOW =
      function(
          "now",
          "now()",
          "When the statement started.",
          "now() = current_timestamp",
          SqlType.TIMESTAMP_WITH_TIME_ZONE,
          CurrentTime::utc);

  /** {@code current_timestamp}. */
  public static final ScalarFunction CURRENT_TIMESTAMP =
      function(
          "current_timestamp",
          "current_timestamp",
          "When the statement started.",
          "current_timestamp > TIMESTAMP '2024-01-01 00:00'",
          SqlType.TIMESTAMP_WITH_TIME_ZONE,
          CurrentTime::utc);

  /** {@code localtimestamp}. */
  public static final ScalarFunction LOCALTIMESTAMP =
      function(
          "localtimestamp",
          "localtimestamp",
          "When the statement started, as local time in the time zone of the session.",
          "localtimestamp = CAST(now() AS TIMESTAMP)",
          SqlType.TIMESTAMP,
          CurrentTime::local);

  /** {@code current_date}. */
  public static final ScalarFunction CURRENT_DATE =
      function(
          "current_date",
          "current_date",
          "The day on which the statement started, in the time zone of the session.",
          "current_date = CAST(now() AS DATE)",
          SqlType.DATE,
          context -> Dates.dayOf(local(context)));

  /** {@code current_time}. */
  public static final ScalarFunction CURRENT_TIME =
      function(
          "current_time",
          "current_time",
          "The time of day at which the statement started, in the time zone of the session.",
          "current_time = localtime",
          SqlType.TIME,
          context -> Dates.timeOf(local(context)));

  /** {@code localtime}. */
  public static final ScalarFunction LOCALTIME =
      function(
          "localtime",
          "localtime",
          "The same as current_time.",
          "localtime = CAST(now() AS TIME)",
          SqlType.TIME,
          context -> Dates.timeOf(local(context)));

  private CurrentTime() {}

  private static DefinedFunction function(
      String name,
      String usage,
      String description,
      String example,
      SqlType type,
      ToLongFunction<EvaluationContext> value) {
    ScalarSignature signature =
        new ScalarSignature(List.of(), type, true, false, () -> kernel(type, value));
    return DateTimes.function(
        name,
        usage,
        description,
        example,
        "true",
        arguments -> arguments.isEmpty() ? Optional.of(signature) : Optional.empty());
  }

  private static Kernel kernel(SqlType type, ToLongFunction<EvaluationContext> value) {
    return (context, arguments, rows, result) ->
        fill(type, value.applyAsLong(context), rows, result);
  }

  private static void fill(SqlType type, long value, Selection rows, ColumnVector result) {
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      if (type.equals(SqlType.DATE)) {
        Vectors.ints(result)[row] = (int) value;
      } else {
        Vectors.longs(result)[row] = value;
      }
    }
  }

  private static long utc(EvaluationContext context) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, context.statementTime());
  }

  private static long local(EvaluationContext context) {
    return TimeZones.toLocal(utc(context), context.zone());
  }
}
