package io.gabbro.function.math;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.function.ScalarSignature;
import io.gabbro.function.Vectors;
import io.gabbro.function.arithmetic.Arithmetic;
import io.gabbro.type.Coercion;
import io.gabbro.type.Decimals;
import io.gabbro.type.Int128;
import io.gabbro.type.NumericTypes;
import io.gabbro.type.SqlType;
import io.gabbro.type.TypeKind;
import io.gabbro.vector.DecimalVector;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** {@code div}: of integers the operator {@code /}, of NUMERIC its quotient cut to an integer. */
final class IntegerQuotient {
  private IntegerQuotient() {}

  static Optional<ScalarSignature> resolve(List<SqlType> arguments) {
    Optional<SqlType> common =
        arguments.size() == 2 ? Coercion.common(arguments) : Optional.empty();
    if (common.isEmpty() || common.orElseThrow().kind().isFloating()) {
      return Optional.empty();
    }
    return common.orElseThrow().kind() == TypeKind.NUMERIC
        ? Optional.of(decimal(exact(arguments, 0), exact(arguments, 1)))
        : Arithmetic.DIVIDE
            .resolve(arguments)
            .filter(signature -> signature.result().kind().isInteger());
  }

  private static SqlType exact(List<SqlType> arguments, int index) {
    SqlType type = arguments.get(index);
    return type.kind() == TypeKind.NULL
        ? NumericTypes.unknownBeside(arguments.get(1 - index))
        : NumericTypes.of(type);
  }

  private static ScalarSignature decimal(SqlType left, SqlType right) {
    int digits = left.length() - left.scale() + right.scale();
    SqlType type = SqlType.numeric(Math.max(1, Math.min(SqlType.MAX_PRECISION, digits)), 0);
    return ScalarSignature.ofRows(
        List.of(left, right),
        type,
        (context, arguments, row, result) -> {
          DecimalVector divisors = Vectors.decimals(arguments[1]);
          BigDecimal dividend = Vectors.decimals(arguments[0]).decimal(row, left.scale());
          BigDecimal divisor = divisors.decimal(row, right.scale());
          if (divisor.signum() == 0) {
            throw new GabbroException(ErrorCode.DIVISION_BY_ZERO);
          }
          Int128 quotient = new Int128();
          BigDecimal exact = dividend.divide(divisor, 0, RoundingMode.DOWN);
          if (!quotient.set(exact.unscaledValue()) || !Decimals.fits(quotient, type.length())) {
            throw new GabbroException(ErrorCode.NUMERIC_OUT_OF_RANGE, type);
          }
          Vectors.decimals(result).set(row, quotient.high(), quotient.low());
        });
  }
}
