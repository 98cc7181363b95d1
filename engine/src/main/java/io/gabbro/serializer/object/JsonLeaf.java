package io.gabbro.serializer.object;

import io.gabbro.type.SqlType;

/** Collections, maps and arrays: JSON text that is only read. */
final class JsonLeaf extends LeafType {
  @Override
  SqlType columnType() {
    return SqlType.TEXT;
  }

  @Override
  boolean fits(SqlType column) {
    return column.equals(SqlType.TEXT);
  }

  @Override
  String fitting() {
    return "text";
  }

  @Override
  Object toColumn(Object value, SqlType column) {
    return new JsonWriter().write(value);
  }

  @Override
  Object fromColumn(Object value, SqlType column) {
    throw misfit("JSON is only read");
  }

  @Override
  boolean isWritable() {
    return false;
  }
}
