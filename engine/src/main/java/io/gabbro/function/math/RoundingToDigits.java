package io.gabbro.function.math;

import io.gabbro.function.DefinedFunction;
import io.gabbro.function.Documentation;
import io.gabbro.function.ScalarFunction;
import io.gabbro.function.ScalarSignature;
import io.gabbro.type.Coercion;
import io.gabbro.type.NumericTypes;
import io.gabbro.type.SqlType;
import io.gabbro.type.TypeKind;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * {@code round} and {@code trunc}, which take a number of digits too. The scale of a NUMERIC result
 * is that number where it is a literal, and that of the argument elsewhere.
 */
final class RoundingToDigits implements ScalarFunction {
  private final DefinedFunction toInteger;
  private final RoundingMode mode;

  /** The function with its documentation and its signatures of one argument. */
  RoundingToDigits(DefinedFunction toInteger, RoundingMode mode) {
    this.toInteger = toInteger;
    this.mode = mode;
  }

  @Override
  public String name() {
    return toInteger.name();
  }

  @Override
  public Documentation documentation() {
    return toInteger.documentation();
  }

  @Override
  public Optional<ScalarSignature> resolve(List<SqlType> arguments) {
    return resolve(arguments, Collections.nCopies(arguments.size(), null));
  }

  @Override
  public Optional<ScalarSignature> resolve(List<SqlType> arguments, List<?> literals) {
    if (arguments.size() != 2) {
      return toInteger.resolve(arguments);
    }
    SqlType number = arguments.get(0);
    if (!Coercion.isImplicit(arguments.get(1), SqlType.INTEGER)) {
      return Optional.empty();
    }
    if (number.kind().isFloating()) {
      return Optional.of(Rounding.doubleToDigits(mode));
    }
    if (number.kind() == TypeKind.NULL) {
      return Optional.of(decimal(NumericTypes.UNCONSTRAINED, literals.get(1)));
    }
    return number.kind() == TypeKind.NUMERIC || number.kind().isInteger()
        ? Optional.of(decimal(NumericTypes.of(number), literals.get(1)))
        : Optional.empty();
  }

  private ScalarSignature decimal(SqlType from, Object digits) {
    int scale = from.scale();
    if (digits instanceof Number literal) {
      scale = (int) Math.min(Math.max(0, literal.longValue()), SqlType.MAX_PRECISION);
    }
    int integerDigits = from.length() - from.scale() + 1;
    SqlType type = SqlType.numeric(Math.min(SqlType.MAX_PRECISION, integerDigits + scale), scale);
    return ScalarSignature.of(
        List.of(from, SqlType.INTEGER), type, () -> new DecimalRounding(mode, from, type));
  }
}
