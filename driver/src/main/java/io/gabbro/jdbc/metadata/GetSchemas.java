package io.gabbro.jdbc.metadata;

import io.gabbro.catalog.CatalogSnapshot;
import io.gabbro.catalog.TableName;
import java.util.TreeSet;

/** {@code DatabaseMetaData.getSchemas}: the default schema and those that have tables. */
final class GetSchemas {
  private static final MetadataColumns COLUMNS = MetadataColumns.of("TABLE_SCHEM", "TABLE_CATALOG");

  private GetSchemas() {}

  static MemoryRows rows(CatalogSnapshot catalog, String catalogName, String schemaPattern) {
    TreeSet<String> schemas = new TreeSet<>();
    schemas.add(TableName.DEFAULT_SCHEMA);
    catalog.tables().forEach(table -> schemas.add(table.name().schema()));
    NamePattern pattern = NamePattern.of(schemaPattern);
    MetadataRows rows = COLUMNS.rows();
    for (String schema : schemas) {
      if (pattern.matches(schema) && (catalogName == null || catalogName.isEmpty())) {
        rows.add(schema, null);
      }
    }
    return rows.toRows();
  }
}
