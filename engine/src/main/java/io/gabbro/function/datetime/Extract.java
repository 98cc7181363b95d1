package io.gabbro.function.datetime;

import static io.gabbro.function.Vectors.doubles;
import static io.gabbro.function.Vectors.intervals;
import static io.gabbro.function.Vectors.ints;
import static io.gabbro.function.Vectors.longs;

import io.gabbro.function.DefinedFunction;
import io.gabbro.function.EvaluationContext;
import io.gabbro.function.Resolver;
import io.gabbro.function.ScalarFunction;
import io.gabbro.function.ScalarSignature;
import io.gabbro.type.DateTimeField;
import io.gabbro.type.Dates;
import io.gabbro.type.SqlType;
import io.gabbro.type.TimeZones;
import io.gabbro.type.TypeKind;
import io.gabbro.vector.ColumnVector;
import java.util.List;

/** {@code EXTRACT(field FROM source)}, of type DOUBLE PRECISION. */
public final class Extract extends FieldKernel {
  private static final Resolver RESOLVER =
      Resolver.overloads(
          of(SqlType.DATE),
          of(SqlType.TIMESTAMP),
          of(SqlType.TIMESTAMP_WITH_TIME_ZONE),
          of(SqlType.TIME),
          of(SqlType.INTERVAL));

  /** {@code EXTRACT(field FROM source)}. */
  public static final ScalarFunction FUNCTION =
      DateTimes.function(
          "extract",
          "extract(field FROM source)",
          "A field of a date, time, timestamp or interval as DOUBLE PRECISION: millennium,"
              + " century, decade, year, isoyear, quarter, month, week, day, dow (Sunday is 0),"
              + " isodow (Monday is 1), doy, hour, minute, second, milliseconds, microseconds,"
              + " epoch, julian, timezone, timezone_hour, timezone_minute.",
          "extract(year FROM DATE '2024-02-29')",
          "2024",
          RESOLVER);

  /** {@code date_part(field, source)}. */
  public static final DefinedFunction DATE_PART =
      DateTimes.function(
          "date_part",
          "date_part(field, source)",
          "The same as extract with the field as a text.",
          "date_part('hour', TIME '12:34:56')",
          "12",
          RESOLVER);

  private final TypeKind kind;
  private final SqlType type;

  private Extract(SqlType type) {
    super(type);
    this.type = type;
    kind = type.kind();
  }

  private static ScalarSignature of(SqlType type) {
    return new ScalarSignature(
        List.of(SqlType.TEXT, type),
        SqlType.DOUBLE,
        true,
        type.kind() != TypeKind.TIMESTAMP_WITH_TIME_ZONE,
        () -> new Extract(type));
  }

  @Override
  void evaluateRow(
      EvaluationContext context,
      DateTimeField field,
      ColumnVector source,
      int row,
      ColumnVector result) {
    doubles(result)[row] =
        switch (kind) {
          case DATE -> Fields.ofDate(field, ints(source)[row], type);
          case TIMESTAMP -> Fields.ofTimestamp(field, longs(source)[row], type);
          case TIME -> Fields.ofTime(field, longs(source)[row], type);
          case INTERVAL -> Fields.ofInterval(field, intervals(source)[row]);
          default -> ofInstant(field, longs(source)[row], context);
        };
  }

  private double ofInstant(DateTimeField field, long utc, EvaluationContext context) {
    if (field == DateTimeField.EPOCH) {
      return Fields.ofTimestamp(field, utc, type);
    }
    int offset = TimeZones.offsetSeconds(utc, context.zone());
    return switch (field) {
      case TIMEZONE, TIMEZONE_HOUR, TIMEZONE_MINUTE -> ofOffset(field, offset);
      default -> Fields.ofTimestamp(field, utc + offset * Dates.MICROS_PER_SECOND, type);
    };
  }

  private static int ofOffset(DateTimeField field, int seconds) {
    return switch (field) {
      case TIMEZONE_HOUR -> seconds / 3600;
      case TIMEZONE_MINUTE -> seconds / 60 % 60;
      default -> seconds;
    };
  }
}
