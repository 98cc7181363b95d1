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
      new SystemColumn("problem", SqlType.TEXT)),
  /** The columns of tables of which there are column segments. */
  SEGMENTS(
      "segments",
      new SystemColumn("table_name", SqlType.TEXT),
      new SystemColumn("column_name", SqlType.TEXT),
      new SystemColumn("groups", SqlType.INTEGER),
      new SystemColumn("rows", SqlType.BIGINT),
      new SystemColumn("bytes", SqlType.BIGINT),
      new SystemColumn("encodings", SqlType.TEXT),
      new SystemColumn("changed_rows", SqlType.BIGINT)),
  /** The figures of the database. */
  METRICS(
      "metrics",
      new SystemColumn("name", SqlType.TEXT),
      new SystemColumn("value", SqlType.BIGINT),
      new SystemColumn("unit", SqlType.TEXT),
      new SystemColumn("description", SqlType.TEXT)),
  /** The statements that have not ended, of all sessions. */
  STATEMENTS(
      "statements",
      new SystemColumn("session_id", SqlType.BIGINT),
      new SystemColumn("sql", SqlType.TEXT),
      new SystemColumn("started", SqlType.TIMESTAMP_WITH_TIME_ZONE),
      new SystemColumn("elapsed_ms", SqlType.BIGINT),
      new SystemColumn("state", SqlType.TEXT),
      new SystemColumn("rows", SqlType.BIGINT)),
  /** The transactions that have not ended, and who waits for whom. */
  TRANSACTIONS(
      "transactions",
      new SystemColumn("transaction_id", SqlType.BIGINT),
      new SystemColumn("session_id", SqlType.BIGINT),
      new SystemColumn("started", SqlType.TIMESTAMP_WITH_TIME_ZONE),
      new SystemColumn("isolation", SqlType.TEXT),
      new SystemColumn("read_only", SqlType.BOOLEAN),
      new SystemColumn("locks", SqlType.INTEGER),
      new SystemColumn("bytes", SqlType.BIGINT),
      new SystemColumn("waits_for", SqlType.BIGINT),
      new SystemColumn("wait_table", SqlType.TEXT)),
  /** The options of the session. */
  OPTIONS(
      "options",
      new SystemColumn("name", SqlType.TEXT),
      new SystemColumn("value", SqlType.TEXT),
      new SystemColumn("default_value", SqlType.TEXT),
      new SystemColumn("scope", SqlType.TEXT),
      new SystemColumn("description", SqlType.TEXT));

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
