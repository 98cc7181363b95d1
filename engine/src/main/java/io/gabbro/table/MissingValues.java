package io.gabbro.table;

import io.gabbro.vector.ColumnVector;

/** What columns hold in rows that were written before the column was added. */
@FunctionalInterface
public interface MissingValues {
  /** NULL for every column. */
  MissingValues NULLS = column -> null;

  /**
   * The value of a column.
   *
   * @param column its position in the table
   * @return a vector of the column's kind whose row 0 is the value, and which never changes again;
   *     null for NULL
   */
  ColumnVector valueOf(int column);
}
