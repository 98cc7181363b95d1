package io.gabbro.catalog;

import io.gabbro.serializer.RowDecoder;
import java.util.List;
import java.util.Optional;

/**
 * A table. Immutable and thread-safe; a change of the table makes another definition.
 *
 * @param id a number that is never used again in this database; keys of native tables start with it
 * @param name the full name
 * @param columns the columns in the order of the definition
 * @param primaryKey the columns of the primary key in its order; empty for a table with a hidden
 *     row id
 * @param format how its rows lie in the store
 * @param mapping what makes it a mapped table; empty for a native one
 */
public record TableDefinition(
    int id,
    TableName name,
    List<Column> columns,
    List<KeyColumn> primaryKey,
    TableFormat format,
    Optional<TableMapping> mapping) {
  /** The pseudo-column with the hidden row id of a table without primary key. */
  public static final String ROW_ID = "_rowid";

  /** Copies the lists. */
  public TableDefinition {
    columns = List.copyOf(columns);
    primaryKey = List.copyOf(primaryKey);
  }

  /** A native table. */
  public TableDefinition(
      int id,
      TableName name,
      List<Column> columns,
      List<KeyColumn> primaryKey,
      TableFormat format) {
    this(id, name, columns, primaryKey, format, Optional.empty());
  }

  /** The position of a column, or -1; {@code _key} and {@code _value} are pseudo-columns. */
  public int indexOf(String column) {
    for (int index = 0; index < columns.size(); index++) {
      if (columns.get(index).name().equals(column)) {
        return index;
      }
    }
    return -1;
  }

  /** A decoder for one scan. */
  public RowDecoder newDecoder() {
    return format.newDecoder();
  }
}
