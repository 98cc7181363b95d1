package io.gabbro.jdbc.metadata;

import io.gabbro.catalog.CatalogSnapshot;
import io.gabbro.catalog.TableDefinition;
import java.util.Arrays;

/** {@code DatabaseMetaData.getTables}. */
final class GetTables {
  /** The only type of tables. */
  static final String TABLE = "TABLE";

  private static final MetadataColumns COLUMNS =
      MetadataColumns.of(
          "TABLE_CAT",
          "TABLE_SCHEM",
          "TABLE_NAME",
          "TABLE_TYPE",
          "REMARKS",
          "TYPE_CAT",
          "TYPE_SCHEM",
          "TYPE_NAME",
          "SELF_REFERENCING_COL_NAME",
          "REF_GENERATION");

  private GetTables() {}

  static MemoryRows rows(
      CatalogSnapshot catalog,
      String catalogName,
      String schemaPattern,
      String namePattern,
      String[] types) {
    MetadataRows rows = COLUMNS.rows();
    if (types == null || Arrays.asList(types).contains(TABLE)) {
      for (TableDefinition table :
          TableFilter.like(catalog, catalogName, schemaPattern, namePattern)) {
        rows.add(
            null,
            table.name().schema(),
            table.name().name(),
            TABLE,
            null,
            null,
            null,
            null,
            null,
            null);
      }
    }
    return rows.sortedBy("TABLE_TYPE", "TABLE_SCHEM", "TABLE_NAME").toRows();
  }
}
