package io.gabbro.catalog;

import io.gabbro.type.SqlType;
import java.util.List;

/**
 * What the values of rows hold that were written under one version of a table's schema.
 *
 * @param version the version, which each row names
 * @param columns the columns in the value, in the order of the layout
 */
public record SchemaVersion(int version, List<StoredColumn> columns) {
  /** Copies the list. */
  public SchemaVersion {
    columns = List.copyOf(columns);
  }

  /**
   * A column in a row.
   *
   * @param columnId the column, which may not exist any more
   * @param type the type that its values were written in
   */
  public record StoredColumn(int columnId, SqlType type) {}
}
