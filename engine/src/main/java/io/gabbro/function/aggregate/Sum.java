package io.gabbro.function.aggregate;

import io.gabbro.function.Accumulator;
import io.gabbro.function.AggregateFunction;
import io.gabbro.function.AggregateSignature;
import io.gabbro.function.DefinedAggregate;
import io.gabbro.type.NumericTypes;
import io.gabbro.type.SqlType;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code SUM} and {@code AVG}. */
public final class Sum {
  /** {@code SUM}. */
  public static final AggregateFunction SUM =
      DefinedAggregate.ofOne(
          "sum",
          "The sum, NULL of no rows. That of TINYINT, SMALLINT and INTEGER is BIGINT, that of BIGINT"
              + " and NUMERIC exact.",
          "SELECT sum(x) FROM (VALUES (1.10), (2.25)) AS t (x)",
          "3.35",
          Sum::sum);

  /** {@code AVG}. */
  public static final AggregateFunction AVG =
      DefinedAggregate.ofOne(
          "avg",
          "The average, NULL of no rows. That of integers and NUMERIC is NUMERIC with 16 digits"
              + " behind the point or more.",
          "SELECT avg(x) FROM (VALUES (1), (2)) AS t (x)",
          "1.5000000000000000",
          Sum::average);

  private Sum() {}

  private static Optional<AggregateSignature> sum(SqlType type) {
    return switch (type.kind()) {
      case NULL -> sum(SqlType.INTEGER);
      case TINYINT, SMALLINT, INTEGER -> signature(type, SqlType.BIGINT, IntegerSum::new);
      case BIGINT, NUMERIC -> {
        SqlType sum = SqlType.numeric(SqlType.MAX_PRECISION, type.scale());
        yield signature(type, sum, () -> new ExactSum(sum));
      }
      case REAL -> signature(type, type, () -> new FloatingSum(false, true));
      case DOUBLE -> signature(type, type, () -> new FloatingSum(false, false));
      case INTERVAL -> signature(type, type, () -> new IntervalSum(false));
      default -> Optional.empty();
    };
  }

  private static Optional<AggregateSignature> average(SqlType type) {
    return switch (type.kind()) {
      case NULL -> average(SqlType.INTEGER);
      case TINYINT, SMALLINT, INTEGER, BIGINT, NUMERIC -> {
        SqlType average = NumericTypes.average(type);
        yield signature(type, average, () -> new ExactAverage(type.scale(), average));
      }
      case REAL, DOUBLE -> signature(type, SqlType.DOUBLE, () -> new FloatingSum(true, false));
      case INTERVAL -> signature(type, type, () -> new IntervalSum(true));
      default -> Optional.empty();
    };
  }

  private static Optional<AggregateSignature> signature(
      SqlType argument, SqlType result, Supplier<Accumulator> accumulator) {
    return Optional.of(new AggregateSignature(List.of(argument), result, accumulator));
  }
}
