package io.gabbro.jdbc.metadata;

import io.gabbro.session.ResultColumn;
import io.gabbro.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The columns that a call of {@code DatabaseMetaData} returns. */
final class MetadataColumns {
  private final List<ResultColumn> columns;

  private MetadataColumns(List<ResultColumn> columns) {
    this.columns = columns;
  }

  /**
   * Columns as the specification lists them: a name, and behind it {@code short}, {@code int},
   * {@code long} or {@code boolean} where it is no String.
   */
  static MetadataColumns of(String... descriptions) {
    List<ResultColumn> columns = new ArrayList<>();
    for (String description : descriptions) {
      int blank = description.indexOf(' ');
      columns.add(
          blank < 0
              ? column(description, SqlType.TEXT)
              : column(description.substring(0, blank), type(description.substring(blank + 1))));
    }
    return new MetadataColumns(List.copyOf(columns));
  }

  private static ResultColumn column(String label, SqlType type) {
    return new ResultColumn(label, type, true, Optional.empty(), Optional.empty());
  }

  private static SqlType type(String word) {
    return switch (word) {
      case "short" -> SqlType.SMALLINT;
      case "int" -> SqlType.INTEGER;
      case "long" -> SqlType.BIGINT;
      case "boolean" -> SqlType.BOOLEAN;
      default -> throw new IllegalArgumentException(word);
    };
  }

  /** The position of a column, from zero. */
  int indexOf(String label) {
    for (int index = 0; index < columns.size(); index++) {
      if (columns.get(index).label().equals(label)) {
        return index;
      }
    }
    throw new IllegalArgumentException(label);
  }

  /** No rows. */
  MemoryRows none() {
    return MemoryRows.empty(columns);
  }

  /** A builder of rows. */
  MetadataRows rows() {
    return new MetadataRows(this);
  }

  int count() {
    return columns.size();
  }

  SqlType type(int column) {
    return columns.get(column).type();
  }
}
