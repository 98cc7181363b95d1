package io.gabbro.optimizer;

import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundExpression.Constant;
import io.gabbro.type.SqlType;
import java.util.Optional;

/**
 * A value that a column of a key is compared with, as a value of the column's type.
 *
 * @param value of the column's type
 * @param exact whether comparing with it is the same as comparing with the original; otherwise an
 *     inclusive bound of it leaves nothing out, and the comparison has to be made again
 */
record KeyValue(BoundExpression value, boolean exact) {
  /**
   * A value without columns for a column of a type; empty when it has none in that type.
   *
   * @param operator how the column is compared with it
   */
  static Optional<KeyValue> of(
      BoundExpression value, String operator, SqlType type, NarrowIntegers integers) {
    if (isStoredAlike(value.type(), type)) {
      return Optional.of(new KeyValue(value, true));
    }
    if (value instanceof Constant constant) {
      return constant.value() == null
          ? Optional.of(new KeyValue(new Constant(type, null), true))
          : Floor.of(constant, type)
              .filter(Floor::exact)
              .map(floor -> new KeyValue(floor.value(), true));
    }
    return value.type().kind().isInteger() && type.kind().isInteger()
        ? integers.narrow(value, operator, type).map(narrow -> new KeyValue(narrow, false))
        : Optional.empty();
  }

  /** Whether keys hold the values of both types in the same way. */
  private static boolean isStoredAlike(SqlType value, SqlType column) {
    if (value.kind().isCharacter() && column.kind().isCharacter()) {
      return true;
    }
    return value.kind() == column.kind() && value.scale() == column.scale();
  }
}
