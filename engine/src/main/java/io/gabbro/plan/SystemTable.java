package io.gabbro.plan;

import io.gabbro.type.SqlType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Tables of the schema {@value #SCHEMA}, whose rows are computed when a statement asks for them.
 */
public enum SystemTable {
  /** The column families of the store, with estimates, and the tables that lie in them. */
  COLUMN_FAMILIES(
      "column_families",
      new SystemColumn("name", SqlType.TEXT),
      new SystemColumn("keys", SqlType.BIGINT),
      new SystemColumn("bytes", SqlType.BIGINT),
      new SystemColumn("tables", SqlType.TEXT),
      new SystemColumn("problem", SqlType.TEXT));

  /** The schema that all of them are in. */
  public static final String SCHEMA = "sys";

  private final String tableName;
  private final List<SystemColumn> columns;

  /**
   * A column of a system table.
   *
   * @param name its name
   * @param type its type; any column can be NULL
   */
  public record SystemColumn(String name, SqlType type) {}

  SystemTable(String tableName, SystemColumn... columns) {
    this.tableName = tableName;
    this.columns = List.of(columns);
  }

  /** Its name in the schema. */
  public String tableName() {
    return tableName;
  }

  /** Its columns in order. */
  public List<SystemColumn> columns() {
    return columns;
  }

  /** The table of that name, if there is one. */
  public static Optional<SystemTable> find(String name) {
    return Arrays.stream(values()).filter(table -> table.tableName.equals(name)).findFirst();
  }
}
