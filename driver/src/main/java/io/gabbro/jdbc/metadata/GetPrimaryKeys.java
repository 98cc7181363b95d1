package io.gabbro.jdbc.metadata;

import io.gabbro.catalog.CatalogSnapshot;
import io.gabbro.catalog.TableDefinition;

/** {@code DatabaseMetaData.getPrimaryKeys}. */
final class GetPrimaryKeys {
  private static final MetadataColumns COLUMNS =
      MetadataColumns.of(
          "TABLE_CAT", "TABLE_SCHEM", "TABLE_NAME", "COLUMN_NAME", "KEY_SEQ short", "PK_NAME");

  private GetPrimaryKeys() {}

  /** The name of a table's primary key, which is made up from that of the table. */
  static String nameOf(TableDefinition table) {
    return table.name().name() + "_pkey";
  }

  static MemoryRows rows(
      CatalogSnapshot catalog, String catalogName, String schema, String tableName) {
    MetadataRows rows = COLUMNS.rows();
    for (TableDefinition table : TableFilter.named(catalog, catalogName, schema, tableName)) {
      for (int index = 0; index < table.primaryKey().size(); index++) {
        rows.add(
            null,
            table.name().schema(),
            table.name().name(),
            table.columns().get(table.primaryKey().get(index).column()).name(),
            index + 1,
            nameOf(table));
      }
    }
    return rows.sortedBy("COLUMN_NAME").toRows();
  }
}
