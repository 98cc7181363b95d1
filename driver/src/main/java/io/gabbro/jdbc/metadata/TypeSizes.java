package io.gabbro.jdbc.metadata;

import io.gabbro.jdbc.value.JdbcTypes;
import io.gabbro.type.SqlType;
import io.gabbro.type.TypeKind;

/** Sizes of types that are NULL in metadata where they do not apply. */
final class TypeSizes {
  private static final int MAX_UTF8_BYTES = 4;

  private TypeSizes() {}

  /** Digits behind the point of exact numbers and of seconds. */
  static Integer decimalDigits(SqlType type) {
    TypeKind kind = type.kind();
    boolean exact = kind.isInteger() || kind == TypeKind.NUMERIC;
    boolean hasSeconds = kind == TypeKind.INTERVAL || (kind.isDateTime() && kind != TypeKind.DATE);
    return exact || hasSeconds ? JdbcTypes.scale(type) : null;
  }

  /** The base in which the column size of numbers counts. */
  static Integer radix(SqlType type) {
    return type.kind().isNumeric() ? 10 : null;
  }

  /** The greatest number of bytes of strings. */
  static Integer octets(SqlType type) {
    int bytes = type.kind().isCharacter() ? MAX_UTF8_BYTES : 1;
    if (!type.kind().isCharacter() && type.kind() != TypeKind.VARBINARY) {
      return null;
    }
    return (int) Math.min(Integer.MAX_VALUE, (long) bytes * JdbcTypes.precision(type));
  }
}
