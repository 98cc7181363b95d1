package io.gabbro.function.aggregate;

import io.gabbro.function.AggregateFunction;
import io.gabbro.function.AggregateSignature;
import io.gabbro.function.DefinedAggregate;
import io.gabbro.type.Coercion;
import io.gabbro.type.SqlType;
import java.util.List;
import java.util.Optional;

/** {@code VARIANCE} and {@code STDDEV} and their kin, all of DOUBLE PRECISION. */
public final class Variance {
  private static final String VALUES = " FROM (VALUES (2), (4), (4), (10)) AS t (x)";

  /** {@code VAR_SAMP}. */
  public static final DefinedAggregate VAR_SAMP =
      aggregate(
          "var_samp",
          "The sample variance, which divides by one less than the number of values; NULL of less"
              + " than two.",
          "12",
          true,
          false);

  /** {@code VARIANCE}. */
  public static final AggregateFunction VARIANCE = VAR_SAMP.as("variance");

  /** {@code VAR_POP}. */
  public static final AggregateFunction VAR_POP =
      aggregate("var_pop", "The population variance.", "9", false, false);

  /** {@code STDDEV_SAMP}. */
  public static final DefinedAggregate STDDEV_SAMP =
      aggregate(
          "stddev_samp",
          "The sample standard deviation, the square root of var_samp.",
          "3.4641016151377544",
          true,
          true);

  /** {@code STDDEV}. */
  public static final AggregateFunction STDDEV = STDDEV_SAMP.as("stddev");

  /** {@code STDDEV_POP}. */
  public static final AggregateFunction STDDEV_POP =
      aggregate(
          "stddev_pop",
          "The population standard deviation, the square root of var_pop.",
          "3",
          false,
          true);

  private Variance() {}

  private static DefinedAggregate aggregate(
      String name, String description, String result, boolean isSample, boolean isDeviation) {
    return DefinedAggregate.ofOne(
        name,
        description,
        "SELECT " + name + "(x)" + VALUES,
        result,
        type -> resolve(type, isSample, isDeviation));
  }

  private static Optional<AggregateSignature> resolve(
      SqlType type, boolean isSample, boolean isDeviation) {
    return Coercion.isImplicit(type, SqlType.DOUBLE)
        ? Optional.of(
            new AggregateSignature(
                List.of(SqlType.DOUBLE), SqlType.DOUBLE, () -> new Moments(isSample, isDeviation)))
        : Optional.empty();
  }
}
