package io.gabbro.function.math;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.function.DefinedFunction;
import io.gabbro.function.Documentation;
import io.gabbro.function.Resolver;
import io.gabbro.function.ScalarSignature;
import io.gabbro.function.Topic;
import io.gabbro.function.Vectors;
import io.gabbro.type.SqlType;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** What the classes of this package share: documentation, and functions of doubles. */
final class Mathematics {
  private Mathematics() {}

  /** A function of this package. */
  static DefinedFunction function(
      String name,
      String usage,
      String description,
      String example,
      String result,
      Resolver resolver) {
    return new DefinedFunction(
        name,
        new Documentation(Topic.MATHEMATICS, usage, description, "SELECT " + example, result),
        resolver);
  }

  /** The signature of a function of one double; other numbers are cast to it. */
  static ScalarSignature unary(DoubleUnaryOperator operator) {
    return ScalarSignature.ofRows(
        List.of(SqlType.DOUBLE),
        SqlType.DOUBLE,
        (context, arguments, row, result) -> {
          double value = Vectors.doubles(arguments[0])[row];
          Vectors.doubles(result)[row] = checked(operator.applyAsDouble(value), value, value);
        });
  }

  /** The signature of a function of two doubles; other numbers are cast to them. */
  static ScalarSignature binary(DoubleBinaryOperator operator) {
    return ScalarSignature.ofRows(
        List.of(SqlType.DOUBLE, SqlType.DOUBLE),
        SqlType.DOUBLE,
        (context, arguments, row, result) -> {
          double left = Vectors.doubles(arguments[0])[row];
          double right = Vectors.doubles(arguments[1])[row];
          Vectors.doubles(result)[row] = checked(operator.applyAsDouble(left, right), left, right);
        });
  }

  private static double checked(double result, double left, double right) {
    if (Double.isInfinite(result) && !Double.isInfinite(left) && !Double.isInfinite(right)) {
      throw new GabbroException(ErrorCode.NUMERIC_OUT_OF_RANGE, "value");
    }
    return result;
  }

  /** The error of an argument outside of the domain of a function. */
  static GabbroException inputOutOfRange() {
    return new GabbroException(ErrorCode.NUMERIC_OUT_OF_RANGE, "input is");
  }
}
