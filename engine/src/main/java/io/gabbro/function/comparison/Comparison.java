package io.gabbro.function.comparison;

import io.gabbro.function.DefinedFunction;
import io.gabbro.function.Documentation;
import io.gabbro.function.Resolver;
import io.gabbro.function.ScalarFunction;
import io.gabbro.function.ScalarSignature;
import io.gabbro.function.Topic;
import io.gabbro.type.SqlType;
import java.util.Optional;

/** The operators {@code = <> < <= > >=}. */
public final class Comparison {
  /** Equal. */
  public static final ScalarFunction EQUAL =
      operator(ComparisonOperator.EQUAL, "Whether two values are equal.", "1 = 1.0", "true");

  /** Not equal. */
  public static final ScalarFunction NOT_EQUAL =
      operator(
          ComparisonOperator.NOT_EQUAL,
          "Whether two values differ; also written !=.",
          "'a' <> 'A'",
          "true");

  /** Less. */
  public static final ScalarFunction LESS =
      operator(
          ComparisonOperator.LESS,
          "Whether the left value comes before the right one. Strings compare by code point.",
          "'Zebra' < 'ant'",
          "true");

  /** Less or equal. */
  public static final ScalarFunction LESS_OR_EQUAL =
      operator(
          ComparisonOperator.LESS_OR_EQUAL,
          "Whether the left value comes before the right one or equals it.",
          "2 <= 2.5",
          "true");

  /** Greater. */
  public static final ScalarFunction GREATER =
      operator(
          ComparisonOperator.GREATER,
          "Whether the left value comes after the right one.",
          "DATE '2024-03-01' > DATE '2024-02-29'",
          "true");

  /** Greater or equal. */
  public static final ScalarFunction GREATER_OR_EQUAL =
      operator(
          ComparisonOperator.GREATER_OR_EQUAL,
          "Whether the left value comes after the right one or equals it.",
          "INTERVAL '24 hours' >= INTERVAL '1 day'",
          "true");

  private Comparison() {}

  private static ScalarFunction operator(
      ComparisonOperator operator, String description, String example, String result) {
    return new DefinedFunction(
        operator.symbol(),
        new Documentation(
            Topic.COMPARISON,
            "a " + operator.symbol() + " b",
            description,
            "SELECT " + example,
            result),
        resolver(operator));
  }

  static Resolver resolver(ComparisonOperator operator) {
    return arguments ->
        arguments.size() != 2
            ? Optional.empty()
            : ComparisonTypes.of(arguments.get(0), arguments.get(1))
                .map(
                    types ->
                        ScalarSignature.of(
                            types,
                            SqlType.BOOLEAN,
                            ComparisonKernel.of(operator, types.get(0), types.get(1))));
  }
}
