package io.gabbro.jdbc;

import io.gabbro.jdbc.value.ParameterValue;
import io.gabbro.type.NumericTypes;
import io.gabbro.type.SqlType;
import io.gabbro.type.TypeKind;
import java.math.BigDecimal;

/** Which type a parameter gets whose type does not hold the value that was set. */
final class ParameterHints {
  private ParameterHints() {}

  /**
   * The type for a parameter that nothing but values speaks for, and no row of a batch has yet:
   * that of the value, or that of an earlier value of the same family if it is wider.
   */
  static SqlType guess(SqlType old, Object value) {
    SqlType type = ParameterValue.type(value);
    boolean sameFamily =
        (old.kind().isInteger() && type.kind().isInteger())
            || (old.kind().isFloating() && type.kind().isFloating())
            || (old.kind() == TypeKind.NUMERIC && type.kind() == TypeKind.NUMERIC);
    return sameFamily ? union(old, type) : type;
  }

  /**
   * A type that holds the value and, where both are numbers, all values of the old type too: rows
   * of a batch may have them already.
   *
   * @param old the type that does not hold the value
   */
  static SqlType widen(SqlType old, Object value) {
    SqlType type = ParameterValue.type(value);
    if (!old.kind().isNumeric() || !type.kind().isNumeric()) {
      return type;
    }
    if (old.kind() == TypeKind.NUMERIC && type.kind().isFloating()) {
      double number = ((Number) value).doubleValue();
      return Double.isFinite(number)
          ? union(old, ParameterValue.type(new BigDecimal(value.toString())))
          : SqlType.DOUBLE;
    }
    return union(old, type);
  }

  private static SqlType union(SqlType left, SqlType right) {
    if (left.kind().isFloating() || right.kind().isFloating()) {
      return left.equals(right) ? left : SqlType.DOUBLE;
    }
    return left.kind().isInteger() && right.kind().isInteger()
        ? wider(left, right)
        : NumericTypes.common(NumericTypes.of(left), NumericTypes.of(right));
  }

  private static SqlType wider(SqlType left, SqlType right) {
    return left.kind().compareTo(right.kind()) > 0 ? left : right;
  }
}
