package io.gabbro.catalog;

import java.util.List;

/** Makes the format of a table from its definition. */
@FunctionalInterface
public interface TableFormatFactory {
  /**
   * The format of a native table.
   *
   * @param tableId the table
   * @param columns its columns
   * @param primaryKey its primary key
   * @param versions the schema versions that rows may have, the newest last
   */
  TableFormat create(
      int tableId, List<Column> columns, List<KeyColumn> primaryKey, List<SchemaVersion> versions);
}
