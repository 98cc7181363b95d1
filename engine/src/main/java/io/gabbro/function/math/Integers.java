package io.gabbro.function.math;

import static io.gabbro.function.Vectors.ints;
import static io.gabbro.function.Vectors.longs;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.function.Resolver;
import io.gabbro.function.ScalarFunction;
import io.gabbro.function.ScalarSignature;
import io.gabbro.function.arithmetic.Arithmetic;
import io.gabbro.function.arithmetic.Negation;
import io.gabbro.type.SqlType;
import io.gabbro.type.TypeKind;
import java.util.List;
import java.util.Optional;
import java.util.function.LongBinaryOperator;

/** {@code abs}, {@code mod}, {@code div}, {@code gcd}, {@code lcm}. */
public final class Integers {
  /** {@code abs(x)}. */
  public static final ScalarFunction ABS =
      Mathematics.function(
          "abs", "abs(x)", "The absolute value.", "abs(-17.4)", "17.4", Integers::absolute);

  /** {@code mod(a, b)}. */
  public static final ScalarFunction MOD =
      Mathematics.function(
          "mod",
          "mod(a, b)",
          "The same as a % b.",
          "mod(9, 4)",
          "1",
          arguments ->
              arguments.size() == 2 ? Arithmetic.MODULO.resolve(arguments) : Optional.empty());

  /** {@code div(a, b)}. */
  public static final ScalarFunction DIV =
      Mathematics.function(
          "div",
          "div(a, b)",
          "The quotient of exact numbers, cut to an integer.",
          "div(9.5, 4)",
          "2",
          IntegerQuotient::resolve);

  /** {@code gcd(a, b)}. */
  public static final ScalarFunction GCD =
      Mathematics.function(
          "gcd",
          "gcd(a, b)",
          "The greatest common divisor of two integers.",
          "gcd(1071, 462)",
          "21",
          ofTwo(Integers::gcd));

  /** {@code lcm(a, b)}. */
  public static final ScalarFunction LCM =
      Mathematics.function(
          "lcm",
          "lcm(a, b)",
          "The least common multiple of two integers.",
          "lcm(4, 6)",
          "12",
          ofTwo(Integers::lcm));

  private Integers() {}

  private static Optional<ScalarSignature> absolute(List<SqlType> arguments) {
    if (arguments.size() != 1) {
      return Optional.empty();
    }
    SqlType type = arguments.get(0);
    return Negation.absolute(type.kind() == TypeKind.NULL ? SqlType.DOUBLE : type);
  }

  private static Resolver ofTwo(LongBinaryOperator operator) {
    return Resolver.overloads(
        ScalarSignature.ofRows(
            List.of(SqlType.INTEGER, SqlType.INTEGER),
            SqlType.INTEGER,
            (context, arguments, row, result) -> {
              long value = operator.applyAsLong(ints(arguments[0])[row], ints(arguments[1])[row]);
              if (value != (int) value) {
                throw new GabbroException(ErrorCode.NUMERIC_OUT_OF_RANGE, SqlType.INTEGER);
              }
              ints(result)[row] = (int) value;
            }),
        ScalarSignature.ofRows(
            List.of(SqlType.BIGINT, SqlType.BIGINT),
            SqlType.BIGINT,
            (context, arguments, row, result) ->
                longs(result)[row] =
                    operator.applyAsLong(longs(arguments[0])[row], longs(arguments[1])[row])));
  }

  private static long gcd(long left, long right) {
    long a = left;
    long b = right;
    while (b != 0) {
      long rest = a % b;
      a = b;
      b = rest;
    }
    return magnitude(a);
  }

  private static long lcm(long left, long right) {
    if (left == 0 || right == 0) {
      return 0;
    }
    try {
      return magnitude(Math.multiplyExact(left / gcd(left, right), right));
    } catch (ArithmeticException overflow) {
      throw outOfRange();
    }
  }

  private static long magnitude(long value) {
    if (value == Long.MIN_VALUE) {
      throw outOfRange();
    }
    return Math.abs(value);
  }

  private static GabbroException outOfRange() {
    return new GabbroException(ErrorCode.NUMERIC_OUT_OF_RANGE, SqlType.BIGINT);
  }
}
