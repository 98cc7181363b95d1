package io.gabbro.function.arithmetic;

import io.gabbro.type.NumericTypes;
import io.gabbro.type.SqlType;
import io.gabbro.type.TypeKind;
import java.util.List;
import java.util.Optional;

/**
 * To what two numbers are cast before an operator works on them, and with that the family of its
 * result. A bare NULL takes the type of the other side, INTEGER beside another one.
 */
record NumericOperands(SqlType left, SqlType right) {
  /** The operands; empty when one of them is no number. */
  static Optional<NumericOperands> of(List<SqlType> arguments) {
    if (arguments.size() != 2) {
      return Optional.empty();
    }
    SqlType left = arguments.get(0);
    SqlType right = arguments.get(1);
    if (left.kind() == TypeKind.NULL && right.kind() == TypeKind.NULL) {
      return Optional.of(new NumericOperands(SqlType.INTEGER, SqlType.INTEGER));
    }
    if (left.kind() == TypeKind.NULL) {
      left = NumericTypes.unknownBeside(right);
    } else if (right.kind() == TypeKind.NULL) {
      right = NumericTypes.unknownBeside(left);
    }
    if (!left.kind().isNumeric() || !right.kind().isNumeric()) {
      return Optional.empty();
    }
    return Optional.of(cast(left, right));
  }

  private static NumericOperands cast(SqlType left, SqlType right) {
    if (left.kind() == TypeKind.REAL && right.kind() == TypeKind.REAL) {
      return new NumericOperands(left, right);
    }
    if (left.kind().isFloating() || right.kind().isFloating()) {
      return new NumericOperands(SqlType.DOUBLE, SqlType.DOUBLE);
    }
    if (left.kind() == TypeKind.NUMERIC || right.kind() == TypeKind.NUMERIC) {
      return new NumericOperands(NumericTypes.of(left), NumericTypes.of(right));
    }
    return left.vectorKind() == right.vectorKind()
        ? new NumericOperands(left, right)
        : new NumericOperands(SqlType.BIGINT, SqlType.BIGINT);
  }

  List<SqlType> types() {
    return List.of(left, right);
  }

  boolean isDecimal() {
    return left.kind() == TypeKind.NUMERIC;
  }

  boolean isFloating() {
    return left.kind().isFloating();
  }

  boolean isReal() {
    return left.kind() == TypeKind.REAL;
  }

  boolean isBigint() {
    return left.kind() == TypeKind.BIGINT;
  }

  /** The type of the results for integers and floating point: TINYINT counts as SMALLINT. */
  SqlType resultType() {
    if (left.kind() == TypeKind.INTEGER || right.kind() == TypeKind.INTEGER) {
      return SqlType.INTEGER;
    }
    return left.kind() == TypeKind.TINYINT || left.kind() == TypeKind.SMALLINT
        ? SqlType.SMALLINT
        : left;
  }
}
