package io.gabbro.catalog;

/**
 * The full name of a table.
 *
 * @param schema the schema
 * @param name the table
 */
public record TableName(String schema, String name) implements Comparable<TableName> {
  /** The schema of tables that are named without one. */
  public static final String DEFAULT_SCHEMA = "public";

  /** A table of the default schema. */
  public static TableName of(String name) {
    return new TableName(DEFAULT_SCHEMA, name);
  }

  @Override
  public int compareTo(TableName other) {
    int order = schema.compareTo(other.schema);
    return order != 0 ? order : name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return schema.equals(DEFAULT_SCHEMA) ? name : schema + "." + name;
  }
}
