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
   * A type that holds the value and, where both are numbers, all values of the old type too: rows
   * of a batch may have them already.
   *
   * @param old the type that does not hold the value
   * @param guessed whether nothing but an earlier value speaks for the old type
   */
  static SqlType widen(SqlType old, boolean guessed, Object value) {
    SqlType type = ParameterValue.type(value);
    if (!old.kind().isNumeric() || !type.kind().isNumeric()) {
      return type;
    }
    if (old.kind() == TypeKind.NUMERIC && type.kind().isFloating() && !guessed) {
      double number = ((Number) value).doubleValue();
      return Double.isFinite(number)
          ? widen(old, false, new BigDecimal(value.toString()))
          : SqlType.DOUBLE;
    }
    if (old.kind().isFloating() || type.kind().isFloating()) {
      return old.equals(type) ? type : SqlType.DOUBLE;
    }
    return old.kind().isInteger() && type.kind().isInteger()
        ? wider(old, type)
        : NumericTypes.common(NumericTypes.of(old), NumericTypes.of(type));
  }

  private static SqlType wider(SqlType left, SqlType right) {
    return left.kind().compareTo(right.kind()) > 0 ? left : right;
  }
}
