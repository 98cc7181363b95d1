package io.gabbro.jdbc.metadata;

import io.gabbro.catalog.CatalogSnapshot;
import io.gabbro.catalog.Column;
import io.gabbro.catalog.TableDefinition;
import io.gabbro.jdbc.value.JdbcTypes;
import java.sql.DatabaseMetaData;

/** {@code DatabaseMetaData.getColumns}. */
final class GetColumns {
  private static final MetadataColumns COLUMNS =
      MetadataColumns.of(
          "TABLE_CAT",
          "TABLE_SCHEM",
          "TABLE_NAME",
          "COLUMN_NAME",
          "DATA_TYPE int",
          "TYPE_NAME",
          "COLUMN_SIZE int",
          "BUFFER_LENGTH int",
          "DECIMAL_DIGITS int",
          "NUM_PREC_RADIX int",
          "NULLABLE int",
          "REMARKS",
          "COLUMN_DEF",
          "SQL_DATA_TYPE int",
          "SQL_DATETIME_SUB int",
          "CHAR_OCTET_LENGTH int",
          "ORDINAL_POSITION int",
          "IS_NULLABLE",
          "SCOPE_CATALOG",
          "SCOPE_SCHEMA",
          "SCOPE_TABLE",
          "SOURCE_DATA_TYPE short",
          "IS_AUTOINCREMENT",
          "IS_GENERATEDCOLUMN");

  private GetColumns() {}

  static MemoryRows rows(
      CatalogSnapshot catalog,
      String catalogName,
      String schemaPattern,
      String tablePattern,
      String columnPattern) {
    NamePattern pattern = NamePattern.of(columnPattern);
    MetadataRows rows = COLUMNS.rows();
    for (TableDefinition table :
        TableFilter.like(catalog, catalogName, schemaPattern, tablePattern)) {
      for (int index = 0; index < table.columns().size(); index++) {
        Column column = table.columns().get(index);
        if (pattern.matches(column.name())) {
          add(rows, table, column, index + 1);
        }
      }
    }
    return rows.sortedBy("TABLE_SCHEM", "TABLE_NAME", "ORDINAL_POSITION").toRows();
  }

  private static void add(
      MetadataRows rows, TableDefinition table, Column column, int ordinalPosition) {
    rows.add(
        null,
        table.name().schema(),
        table.name().name(),
        column.name(),
        JdbcTypes.code(column.type()),
        JdbcTypes.name(column.type()),
        JdbcTypes.precision(column.type()),
        null,
        TypeSizes.decimalDigits(column.type()),
        TypeSizes.radix(column.type()),
        column.notNull() ? DatabaseMetaData.columnNoNulls : DatabaseMetaData.columnNullable,
        null,
        column.defaultSql().orElse(null),
        null,
        null,
        TypeSizes.octets(column.type()),
        ordinalPosition,
        column.notNull() ? "NO" : "YES",
        null,
        null,
        null,
        null,
        "NO",
        "NO");
  }
}
