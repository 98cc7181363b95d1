package io.gabbro.function.math;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.function.DefinedFunction;
import io.gabbro.function.Resolver;
import io.gabbro.function.ScalarFunction;

/** Roots, powers, exponentials and logarithms, all of DOUBLE PRECISION. */
public final class Powers {
  /** {@code sqrt(x)}. */
  public static final ScalarFunction SQRT =
      Mathematics.function(
          "sqrt",
          "sqrt(x)",
          "The square root.",
          "sqrt(2)",
          "1.4142135623730951",
          Resolver.overloads(Mathematics.unary(Powers::sqrt)));

  /** {@code cbrt(x)}. */
  public static final ScalarFunction CBRT =
      Mathematics.function(
          "cbrt",
          "cbrt(x)",
          "The cube root.",
          "cbrt(-27)",
          "-3",
          Resolver.overloads(Mathematics.unary(Math::cbrt)));

  /** {@code exp(x)}. */
  public static final ScalarFunction EXP =
      Mathematics.function(
          "exp",
          "exp(x)",
          "e to the power of x.",
          "exp(0)",
          "1",
          Resolver.overloads(Mathematics.unary(Math::exp)));

  /** {@code ln(x)}. */
  public static final ScalarFunction LN =
      Mathematics.function(
          "ln",
          "ln(x)",
          "The natural logarithm.",
          "ln(2)",
          "0.6931471805599453",
          Resolver.overloads(Mathematics.unary(x -> Math.log(positive(x)))));

  /** {@code log([base,] x)}. */
  public static final ScalarFunction LOG =
      Mathematics.function(
          "log",
          "log([base,] x)",
          "The logarithm to a base, 10 where none is given.",
          "log(2, 64)",
          "6",
          Resolver.overloads(
              Mathematics.unary(x -> Math.log10(positive(x))),
              Mathematics.binary(Powers::logarithm)));

  /** {@code log10(x)}. */
  public static final ScalarFunction LOG10 =
      Mathematics.function(
          "log10",
          "log10(x)",
          "The logarithm to the base 10.",
          "log10(1000)",
          "3",
          Resolver.overloads(Mathematics.unary(x -> Math.log10(positive(x)))));

  /** {@code power(x, y)}. */
  public static final DefinedFunction POWER =
      Mathematics.function(
          "power",
          "power(x, y)",
          "x to the power of y.",
          "power(2, 10)",
          "1024",
          Resolver.overloads(Mathematics.binary(Powers::power)));

  /** {@code pow(x, y)}. */
  public static final ScalarFunction POW = POWER.as("pow");

  private Powers() {}

  private static double sqrt(double value) {
    if (value < 0) {
      throw new GabbroException(
          ErrorCode.INVALID_POWER_ARGUMENT, "cannot take square root of a negative number");
    }
    return Math.sqrt(value);
  }

  private static double positive(double value) {
    if (value == 0) {
      throw new GabbroException(ErrorCode.INVALID_LOGARITHM_ARGUMENT, "zero");
    }
    if (value < 0) {
      throw new GabbroException(ErrorCode.INVALID_LOGARITHM_ARGUMENT, "a negative number");
    }
    return value;
  }

  private static double logarithm(double base, double value) {
    double divisor = Math.log(positive(base));
    if (divisor == 0) {
      throw new GabbroException(ErrorCode.DIVISION_BY_ZERO);
    }
    return Math.log(positive(value)) / divisor;
  }

  private static double power(double base, double exponent) {
    if (base == 0 && exponent < 0) {
      throw new GabbroException(
          ErrorCode.INVALID_POWER_ARGUMENT, "zero raised to a negative power is undefined");
    }
    if (base < 0 && exponent != Math.rint(exponent)) {
      throw new GabbroException(
          ErrorCode.INVALID_POWER_ARGUMENT,
          "a negative number raised to a non-integer power yields a complex result");
    }
    // Where Java and IEEE 754 differ: 1 to any power is 1, even to that of NaN and of infinity.
    return base == 1 ? 1 : Math.pow(base, exponent);
  }
}
