package io.gabbro.optimizer;

import io.gabbro.type.SqlType;
import io.gabbro.type.TypeKind;

/** Whether the values of two types lie in vectors in the same way and compare as they lie there. */
final class SameStorage {
  private SameStorage() {}

  static boolean of(SqlType left, SqlType right) {
    TypeKind leftKind = left.kind();
    TypeKind rightKind = right.kind();
    if (leftKind.isInteger() && rightKind.isInteger()) {
      return left.vectorKind() == right.vectorKind();
    }
    return (leftKind == rightKind && left.scale() == right.scale())
        || (leftKind.isFloating() && rightKind.isFloating())
        || (leftKind.isCharacter() && rightKind.isCharacter());
  }
}
