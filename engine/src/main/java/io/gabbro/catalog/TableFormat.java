package io.gabbro.catalog;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.serializer.RowDecoder;
import io.gabbro.serializer.ValueWriter;
import io.gabbro.storage.KeyRange;
import io.gabbro.vector.ColumnVector;
import java.util.List;

/**
 * How the rows of a table lie in a column family: which keys are its own, and how rows become
 * entries and entries rows. Immutable and thread-safe.
 */
public interface TableFormat {
  /** The name of the column family. */
  String columnFamily();

  /** The keys of the table: all that it has in the column family. */
  KeyRange keyRange();

  /** A decoder for one scan. */
  RowDecoder newDecoder();

  /** The schema versions that rows may have, the newest last; empty where rows have none. */
  default List<SchemaVersion> versions() {
    return List.of();
  }

  /**
   * Appends the key of a row.
   *
   * @param keyColumns one vector a column of the primary key, in its order
   * @throws io.gabbro.error.GabbroException {@code NUMERIC_OUT_OF_RANGE} when {@link #acceptsKey}
   *     says no
   */
  void encodeKey(ColumnVector[] keyColumns, int row, ByteBuilder target);

  /**
   * Appends the first part of a key: the table's own prefix and {@code count} leading columns of
   * the primary key, for ranges.
   */
  void encodeKeyPrefix(ColumnVector[] keyColumns, int count, int row, ByteBuilder target);

  /** A writer of values for one statement of one thread; its fields are all columns in order. */
  ValueWriter newWriter();

  /** Whether the entries are an application's, which lie in the store as it wrote them. */
  default boolean isMapped() {
    return false;
  }

  /**
   * Whether keys can have the values of the first {@code count} columns of the primary key; one
   * that they cannot have is less than all that they can.
   *
   * @param keyColumns one vector a column of the primary key; none of the values is NULL
   */
  default boolean acceptsKey(ColumnVector[] keyColumns, int count, int row) {
    return true;
  }

  /** Whether keys with equal parts before a part lie in the order of the part's column. */
  default boolean isKeyOrdered(int part) {
    return true;
  }

  /**
   * Checks a value that a statement gives as bytes.
   *
   * @throws io.gabbro.error.GabbroException {@code SERIALIZATION} when it cannot be one
   */
  default void checkValue(byte[] bytes, int offset, int length) {
    throw new UnsupportedOperationException("values of native tables are not given as bytes");
  }
}
