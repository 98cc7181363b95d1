package io.gabbro.serializer.flatbuffers;

import io.gabbro.serializer.ValueField;

/**
 * A column and the field that it maps.
 *
 * @param column the column
 * @param path the way to the field
 */
record MappedField(ValueField column, FieldPath path) {
  FieldType type() {
    return path.field().type();
  }

  /** Whether the column is a binary string. */
  boolean isBinary() {
    return ColumnTypes.isBinary(type(), column.type());
  }

  /** The column and the field, for messages. */
  @Override
  public String toString() {
    return "column \"" + column.name() + "\" of field " + path;
  }
}
