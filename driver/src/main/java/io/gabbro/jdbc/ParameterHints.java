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
   * The type for a single execution: that of the value. A double for a NUMERIC is taken as the
   * shortest decimal that is the same double.
   *
   * @param old the type that does not hold the value
   */
  static SqlType of(SqlType old, Object value) {
    SqlType type = ParameterValue.type(value);
    if (old.kind() == TypeKind.NUMERIC
        && type.kind().isFloating()
        && Double.isFinite(((Number) value).doubleValue())) {
      SqlType exact = NumericTypes.of(new BigDecimal(value.toString()));
      return exact.length() <= SqlType.MAX_PRECISION ? exact : type;
    }
    return type;
  }

  /**
   * The type for a parameter that nothing but values speaks for: that of the value, or the old one
   * widened if both are of the same family.
   */
  static SqlType guess(SqlType old, Object value) {
    SqlType type = ParameterValue.type(value);
    if (old.kind() == TypeKind.NUMERIC && type.kind() == TypeKind.NUMERIC) {
      SqlType union = union(old, type);
      return holds(union, type) ? union : type;
    }
    boolean sameFamily =
        (old.kind().isInteger() && type.kind().isInteger())
            || (old.kind().isFloating() && type.kind().isFloating());
    return sameFamily ? union(old, type) : type;
  }

  /**
   * The type for a batch that has values of the old type already: it holds those too where both are
   * numbers.
   */
  static SqlType widen(SqlType old, Object value) {
    SqlType type = of(old, value);
    return old.kind().isNumeric() && type.kind().isNumeric() ? union(old, type) : type;
  }

  private static SqlType union(SqlType left, SqlType right) {
    if (left.kind().isFloating() || right.kind().isFloating()) {
      return left.equals(right) ? left : SqlType.DOUBLE;
    }
    if (left.kind().isInteger() && right.kind().isInteger()) {
      return left.kind().compareTo(right.kind()) > 0 ? left : right;
    }
    return NumericTypes.common(NumericTypes.of(left), NumericTypes.of(right));
  }

  private static boolean holds(SqlType wide, SqlType narrow) {
    return wide.scale() >= narrow.scale()
        && wide.length() - wide.scale() >= narrow.length() - narrow.scale();
  }
}
