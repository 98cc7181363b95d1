package io.gabbro.jdbc.metadata;

import io.gabbro.catalog.CatalogSnapshot;
import io.gabbro.catalog.TableDefinition;
import java.util.List;

/** Which tables a metadata call is about. */
final class TableFilter {
  private TableFilter() {}

  /**
   * The tables whose schema and name match patterns.
   *
   * @param catalogName null, or "" for those without a catalog, which are all
   */
  static List<TableDefinition> like(
      CatalogSnapshot catalog, String catalogName, String schemaPattern, String namePattern) {
    NamePattern schema = NamePattern.of(schemaPattern);
    NamePattern name = NamePattern.of(namePattern);
    return catalog.tables().stream()
        .filter(table -> isAny(catalogName))
        .filter(table -> schema.matches(table.name().schema()))
        .filter(table -> name.matches(table.name().name()))
        .toList();
  }

  /** The tables of a name, in one schema or, where that is null, in all. */
  static List<TableDefinition> named(
      CatalogSnapshot catalog, String catalogName, String schema, String name) {
    return catalog.tables().stream()
        .filter(table -> isAny(catalogName))
        .filter(table -> schema == null || table.name().schema().equals(schema))
        .filter(table -> table.name().name().equals(name))
        .toList();
  }

  private static boolean isAny(String catalogName) {
    return catalogName == null || catalogName.isEmpty();
  }
}
