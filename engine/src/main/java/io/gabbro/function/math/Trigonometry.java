package io.gabbro.function.math;

import io.gabbro.function.Resolver;
import io.gabbro.function.ScalarFunction;
import io.gabbro.function.ScalarSignature;
import io.gabbro.function.Vectors;
import io.gabbro.type.SqlType;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Trigonometric functions, of angles in radians. */
public final class Trigonometry {
  /** {@code pi()}. */
  public static final ScalarFunction PI =
      Mathematics.function(
          "pi",
          "pi()",
          "The ratio of the circumference of a circle to its diameter.",
          "pi()",
          "3.141592653589793",
          Resolver.overloads(
              ScalarSignature.ofRows(
                  List.of(),
                  SqlType.DOUBLE,
                  (context, arguments, row, result) -> Vectors.doubles(result)[row] = Math.PI)));

  /** {@code sin(x)}. */
  public static final ScalarFunction SIN = ofAngle("sin", "sine", Math::sin, "sin(0)", "0");

  /** {@code cos(x)}. */
  public static final ScalarFunction COS = ofAngle("cos", "cosine", Math::cos, "cos(0)", "1");

  /** {@code tan(x)}. */
  public static final ScalarFunction TAN = ofAngle("tan", "tangent", Math::tan, "tan(0)", "0");

  /** {@code cot(x)}. */
  public static final ScalarFunction COT =
      ofAngle("cot", "cotangent", x -> 1 / Math.tan(x), "round(cot(pi() / 4))", "1");

  /** {@code asin(x)}. */
  public static final ScalarFunction ASIN =
      ofRatio("asin", "sine", Math::asin, "degrees(asin(1))", "90");

  /** {@code acos(x)}. */
  public static final ScalarFunction ACOS = ofRatio("acos", "cosine", Math::acos, "acos(1)", "0");

  /** {@code atan(x)}. */
  public static final ScalarFunction ATAN =
      function("atan", "atan(x)", "The angle with this tangent.", Math::atan, "atan(0)", "0");

  /** {@code atan2(y, x)}. */
  public static final ScalarFunction ATAN2 =
      Mathematics.function(
          "atan2",
          "atan2(y, x)",
          "The angle of the point (x, y).",
          "degrees(atan2(1, 0))",
          "90",
          Resolver.overloads(Mathematics.binary(Math::atan2)));

  /** {@code sinh(x)}. */
  public static final ScalarFunction SINH =
      function("sinh", "sinh(x)", "The hyperbolic sine.", Math::sinh, "sinh(0)", "0");

  /** {@code cosh(x)}. */
  public static final ScalarFunction COSH =
      function("cosh", "cosh(x)", "The hyperbolic cosine.", Math::cosh, "cosh(0)", "1");

  /** {@code tanh(x)}. */
  public static final ScalarFunction TANH =
      function("tanh", "tanh(x)", "The hyperbolic tangent.", Math::tanh, "tanh(0)", "0");

  /** {@code degrees(x)}. */
  public static final ScalarFunction DEGREES =
      function(
          "degrees",
          "degrees(x)",
          "An angle in radians as degrees.",
          x -> x / (Math.PI / 180),
          "degrees(pi())",
          "180");

  /** {@code radians(x)}. */
  public static final ScalarFunction RADIANS =
      function(
          "radians",
          "radians(x)",
          "An angle in degrees as radians.",
          x -> x * (Math.PI / 180),
          "radians(180)",
          "3.141592653589793");

  private Trigonometry() {}

  private static ScalarFunction function(
      String name,
      String usage,
      String description,
      DoubleUnaryOperator operator,
      String example,
      String result) {
    return Mathematics.function(
        name, usage, description, example, result, Resolver.overloads(Mathematics.unary(operator)));
  }

  private static ScalarFunction ofAngle(
      String name, String noun, DoubleUnaryOperator operator, String example, String result) {
    return function(
        name,
        name + "(x)",
        "The " + noun + " of an angle.",
        x -> {
          if (Double.isInfinite(x)) {
            throw Mathematics.inputOutOfRange();
          }
          return operator.applyAsDouble(x);
        },
        example,
        result);
  }

  private static ScalarFunction ofRatio(
      String name, String noun, DoubleUnaryOperator operator, String example, String result) {
    return function(
        name,
        name + "(x)",
        "The angle with this " + noun + ".",
        x -> {
          if (x < -1 || x > 1) {
            throw Mathematics.inputOutOfRange();
          }
          return operator.applyAsDouble(x);
        },
        example,
        result);
  }
}
