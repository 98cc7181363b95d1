package io.gabbro.jdbc.metadata;

import io.gabbro.catalog.CatalogSnapshot;
import io.gabbro.catalog.Column;
import io.gabbro.catalog.KeyColumn;
import io.gabbro.catalog.TableDefinition;
import io.gabbro.jdbc.value.JdbcTypes;
import java.sql.DatabaseMetaData;

/** {@code DatabaseMetaData.getBestRowIdentifier}: the columns of the primary key. */
final class GetBestRowIdentifier {
  private static final MetadataColumns COLUMNS =
      MetadataColumns.of(
          "SCOPE short",
          "COLUMN_NAME",
          "DATA_TYPE int",
          "TYPE_NAME",
          "COLUMN_SIZE int",
          "BUFFER_LENGTH int",
          "DECIMAL_DIGITS short",
          "PSEUDO_COLUMN short");

  private GetBestRowIdentifier() {}

  static MemoryRows rows(
      CatalogSnapshot catalog, String catalogName, String schema, String tableName) {
    MetadataRows rows = COLUMNS.rows();
    for (TableDefinition table : TableFilter.named(catalog, catalogName, schema, tableName)) {
      for (KeyColumn key : table.primaryKey()) {
        Column column = table.columns().get(key.column());
        rows.add(
            DatabaseMetaData.bestRowSession,
            column.name(),
            JdbcTypes.code(column.type()),
            JdbcTypes.name(column.type()),
            JdbcTypes.precision(column.type()),
            null,
            TypeSizes.decimalDigits(column.type()),
            DatabaseMetaData.bestRowNotPseudo);
      }
    }
    return rows.toRows();
  }
}
