package io.gabbro.function.math;

import static io.gabbro.function.Vectors.decimals;
import static io.gabbro.function.Vectors.doubles;
import static io.gabbro.function.Vectors.ints;

import io.gabbro.function.DefinedFunction;
import io.gabbro.function.Resolver;
import io.gabbro.function.ScalarFunction;
import io.gabbro.function.ScalarSignature;
import io.gabbro.type.SqlType;
import io.gabbro.type.TypeKind;
import io.gabbro.vector.DecimalVector;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** {@code ceil}, {@code floor}, {@code round}, {@code trunc}, {@code sign}. */
public final class Rounding {
  /** {@code ceil(x)}. */
  public static final DefinedFunction CEIL =
      Mathematics.function(
          "ceil",
          "ceil(x)",
          "The least integer that is not below x.",
          "ceil(-42.8)",
          "-42",
          arguments -> toInteger(RoundingMode.CEILING, arguments));

  /** {@code ceiling(x)}. */
  public static final ScalarFunction CEILING = CEIL.as("ceiling");

  /** {@code floor(x)}. */
  public static final ScalarFunction FLOOR =
      Mathematics.function(
          "floor",
          "floor(x)",
          "The greatest integer that is not above x.",
          "floor(-42.8)",
          "-43",
          arguments -> toInteger(RoundingMode.FLOOR, arguments));

  /** {@code round(x [, digits])}. */
  public static final ScalarFunction ROUND =
      new RoundingToDigits(
          Mathematics.function(
              "round",
              "round(x [, digits])",
              "x rounded to a number of digits behind the point, 0 where none is given, or to"
                  + " tens, hundreds and so on where it is negative. NUMERIC rounds half away"
                  + " from zero, DOUBLE PRECISION to the even neighbour.",
              "round(42.4382, 2)",
              "42.44",
              arguments -> toInteger(RoundingMode.NEAREST, arguments)),
          RoundingMode.NEAREST);

  /** {@code trunc(x [, digits])}. */
  public static final ScalarFunction TRUNC =
      new RoundingToDigits(
          Mathematics.function(
              "trunc",
              "trunc(x [, digits])",
              "x cut to a number of digits behind the point, 0 where none is given.",
              "trunc(-42.4382, 2)",
              "-42.43",
              arguments -> toInteger(RoundingMode.TRUNCATE, arguments)),
          RoundingMode.TRUNCATE);

  /** {@code sign(x)}. */
  public static final ScalarFunction SIGN =
      Mathematics.function("sign", "sign(x)", "-1, 0 or 1.", "sign(-8.4)", "-1", Rounding::sign);

  private Rounding() {}

  private static Optional<ScalarSignature> toInteger(RoundingMode mode, List<SqlType> arguments) {
    if (arguments.size() == 1 && arguments.get(0).kind() == TypeKind.NUMERIC) {
      SqlType from = arguments.get(0);
      int digits = from.length() - from.scale() + (from.scale() > 0 ? 1 : 0);
      SqlType type = SqlType.numeric(Math.min(SqlType.MAX_PRECISION, Math.max(1, digits)), 0);
      return Optional.of(
          ScalarSignature.of(arguments, type, () -> new DecimalRounding(mode, from, type)));
    }
    return Resolver.overloads(Mathematics.unary(value -> round(mode, value))).resolve(arguments);
  }

  private static double round(RoundingMode mode, double value) {
    return switch (mode) {
      case NEAREST -> Math.rint(value);
      case TRUNCATE -> value < 0 ? Math.ceil(value) : Math.floor(value);
      case CEILING -> Math.ceil(value);
      case FLOOR -> Math.floor(value);
    };
  }

  /** Rounds the shortest decimal of a double, which is the number that people see. */
  static double round(RoundingMode mode, double value, int digits) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return value;
    }
    BigDecimal decimal = BigDecimal.valueOf(value);
    return digits >= decimal.scale()
        ? value
        : decimal
            .setScale(
                Math.max(digits, -Double.MAX_EXPONENT),
                mode == RoundingMode.NEAREST
                    ? java.math.RoundingMode.HALF_UP
                    : java.math.RoundingMode.DOWN)
            .doubleValue();
  }

  private static Optional<ScalarSignature> sign(List<SqlType> arguments) {
    if (arguments.size() == 1 && arguments.get(0).kind() == TypeKind.NUMERIC) {
      return Optional.of(
          ScalarSignature.ofRows(
              arguments,
              SqlType.numeric(1, 0),
              (context, values, row, result) -> {
                DecimalVector source = decimals(values[0]);
                long high = source.highWord(row);
                int sign = high < 0 ? -1 : (high | source.low()[row]) == 0 ? 0 : 1;
                decimals(result).set(row, sign);
              }));
    }
    return Resolver.overloads(Mathematics.unary(Math::signum)).resolve(arguments);
  }

  /** The signature for a double and a number of digits. */
  static ScalarSignature doubleToDigits(RoundingMode mode) {
    return ScalarSignature.ofRows(
        List.of(SqlType.DOUBLE, SqlType.INTEGER),
        SqlType.DOUBLE,
        (context, arguments, row, result) ->
            doubles(result)[row] =
                round(mode, doubles(arguments[0])[row], ints(arguments[1])[row]));
  }
}
