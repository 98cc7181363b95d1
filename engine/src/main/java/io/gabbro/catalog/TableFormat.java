package io.gabbro.catalog;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.serializer.RowDecoder;
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
   */
  void encodeKey(ColumnVector[] keyColumns, int row, ByteBuilder target);

  /**
   * Appends the first part of a key: the table's own prefix and {@code count} leading columns of
   * the primary key, for ranges.
   */
  void encodeKeyPrefix(ColumnVector[] keyColumns, int count, int row, ByteBuilder target);

  /**
   * Appends the value of a row.
   *
   * @param columns one vector a column of the table, in its order
   */
  void encodeValue(ColumnVector[] columns, int row, ByteBuilder target);
}
