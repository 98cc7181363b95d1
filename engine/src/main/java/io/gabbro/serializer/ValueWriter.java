package io.gabbro.serializer;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.vector.ColumnVector;

/** Builds values of a mapped table from columns. Not thread-safe. */
public interface ValueWriter {
  /**
   * Appends a new value. What no field covers gets its default.
   *
   * @param fields one vector a field, in the order that {@link TableSerializer#map} was given
   * @throws io.gabbro.error.GabbroException {@code SERIALIZATION} when a field has no place for
   *     what its column holds
   */
  void write(ColumnVector[] fields, int row, ByteBuilder target);

  /**
   * Appends a changed value: {@code fields} as in {@link #write}, and all else as in the old value.
   *
   * @param old holds the old value, {@code length} bytes from {@code offset}
   */
  void rewrite(
      ColumnVector[] fields, int row, byte[] old, int offset, int length, ByteBuilder target);
}
