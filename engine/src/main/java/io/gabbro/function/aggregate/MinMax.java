package io.gabbro.function.aggregate;

import io.gabbro.function.Accumulator;
import io.gabbro.function.AggregateFunction;
import io.gabbro.function.AggregateSignature;
import io.gabbro.function.DefinedAggregate;
import io.gabbro.type.SqlType;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code MIN} and {@code MAX}: of all types but BOOLEAN. */
public final class MinMax {
  /** {@code MIN}. */
  public static final AggregateFunction MIN =
      DefinedAggregate.ofOne(
          "min",
          "The least value, NULL of no rows.",
          "SELECT min(x) FROM (VALUES ('pear'), ('apple')) AS t (x)",
          "apple",
          type -> resolve(type, false));

  /** {@code MAX}. */
  public static final AggregateFunction MAX =
      DefinedAggregate.ofOne(
          "max",
          "The greatest value, NULL of no rows.",
          "SELECT max(x) FROM (VALUES (2), (NULL), (7)) AS t (x)",
          "7",
          type -> resolve(type, true));

  private MinMax() {}

  private static Optional<AggregateSignature> resolve(SqlType type, boolean isMaximum) {
    return switch (type.vectorKind()) {
      case BOOLEAN -> Optional.empty();
      case INT -> signature(type, () -> new IntExtremum(isMaximum));
      case LONG -> signature(type, () -> new LongExtremum(isMaximum));
      case BYTES ->
          signature(
              type.equals(SqlType.NULL) ? SqlType.TEXT : type, () -> new BytesExtremum(isMaximum));
      case DOUBLE, DECIMAL, INTERVAL ->
          signature(type, () -> new ValueExtremum(type.vectorKind(), isMaximum));
    };
  }

  private static Optional<AggregateSignature> signature(
      SqlType type, Supplier<Accumulator> accumulator) {
    return Optional.of(new AggregateSignature(List.of(type), type, accumulator));
  }
}
