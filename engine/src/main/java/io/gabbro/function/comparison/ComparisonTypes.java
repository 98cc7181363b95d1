package io.gabbro.function.comparison;

import io.gabbro.type.Coercion;
import io.gabbro.type.NumericTypes;
import io.gabbro.type.SqlType;
import io.gabbro.type.TypeKind;
import java.util.List;
import java.util.Optional;

/**
 * To what two values are cast before they are compared: as little as possible. Integers of up to 32
 * bits lie in the same kind of vector, and so do REAL and DOUBLE PRECISION, strings of any length,
 * and NUMERIC of any scale.
 */
final class ComparisonTypes {
  private ComparisonTypes() {}

  /** The two types; empty when the values cannot be compared. */
  static Optional<List<SqlType>> of(SqlType left, SqlType right) {
    if (left.kind() == TypeKind.NULL && right.kind() == TypeKind.NULL) {
      return both(SqlType.TEXT);
    }
    if (left.kind() == TypeKind.NULL) {
      return Optional.of(List.of(NumericTypes.unknownBeside(right), right));
    }
    if (right.kind() == TypeKind.NULL) {
      return Optional.of(List.of(left, NumericTypes.unknownBeside(left)));
    }
    if (left.kind().isNumeric() && right.kind().isNumeric()) {
      return Optional.of(numbers(left, right));
    }
    boolean sameVectors =
        left.kind() == right.kind() || (left.kind().isCharacter() && right.kind().isCharacter());
    return sameVectors
        ? Optional.of(List.of(left, right))
        : Coercion.common(left, right).flatMap(ComparisonTypes::both);
  }

  private static Optional<List<SqlType>> both(SqlType type) {
    return Optional.of(List.of(type, type));
  }

  private static List<SqlType> numbers(SqlType left, SqlType right) {
    if (left.kind().isFloating() || right.kind().isFloating()) {
      return List.of(floating(left), floating(right));
    }
    if (left.kind() == TypeKind.NUMERIC || right.kind() == TypeKind.NUMERIC) {
      return List.of(NumericTypes.of(left), NumericTypes.of(right));
    }
    return left.vectorKind() == right.vectorKind()
        ? List.of(left, right)
        : List.of(SqlType.BIGINT, SqlType.BIGINT);
  }

  private static SqlType floating(SqlType type) {
    return type.kind().isFloating() ? type : SqlType.DOUBLE;
  }
}
