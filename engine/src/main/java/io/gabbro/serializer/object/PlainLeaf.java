package io.gabbro.serializer.object;

import io.gabbro.type.SqlType;

/** Types that are the same in Java and in a column: Boolean, byte[], UUID. */
final class PlainLeaf extends LeafType {
  private final SqlType type;

  PlainLeaf(SqlType type) {
    this.type = type;
  }

  @Override
  SqlType columnType() {
    return type;
  }

  @Override
  boolean fits(SqlType column) {
    return column.equals(type);
  }

  @Override
  String fitting() {
    return type.toString();
  }

  @Override
  Object toColumn(Object value, SqlType column) {
    return value;
  }

  @Override
  Object fromColumn(Object value, SqlType column) {
    return value;
  }
}
