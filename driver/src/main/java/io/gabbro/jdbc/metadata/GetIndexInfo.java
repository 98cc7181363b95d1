package io.gabbro.jdbc.metadata;

import io.gabbro.catalog.CatalogSnapshot;
import io.gabbro.catalog.KeyColumn;
import io.gabbro.catalog.TableDefinition;
import java.sql.DatabaseMetaData;

/** {@code DatabaseMetaData.getIndexInfo}: the primary key, by which the rows are clustered. */
final class GetIndexInfo {
  private static final MetadataColumns COLUMNS =
      MetadataColumns.of(
          "TABLE_CAT",
          "TABLE_SCHEM",
          "TABLE_NAME",
          "NON_UNIQUE boolean",
          "INDEX_QUALIFIER",
          "INDEX_NAME",
          "TYPE short",
          "ORDINAL_POSITION short",
          "COLUMN_NAME",
          "ASC_OR_DESC",
          "CARDINALITY long",
          "PAGES long",
          "FILTER_CONDITION");

  private GetIndexInfo() {}

  static MemoryRows rows(
      CatalogSnapshot catalog, String catalogName, String schema, String tableName) {
    MetadataRows rows = COLUMNS.rows();
    for (TableDefinition table : TableFilter.named(catalog, catalogName, schema, tableName)) {
      for (int index = 0; index < table.primaryKey().size(); index++) {
        KeyColumn column = table.primaryKey().get(index);
        rows.add(
            null,
            table.name().schema(),
            table.name().name(),
            false,
            null,
            GetPrimaryKeys.nameOf(table),
            (int) DatabaseMetaData.tableIndexClustered,
            index + 1,
            table.columns().get(column.column()).name(),
            column.descending() ? "D" : "A",
            null,
            null,
            null);
      }
    }
    return rows.sortedBy("NON_UNIQUE", "TYPE", "INDEX_NAME", "ORDINAL_POSITION").toRows();
  }
}
