package io.gabbro.execution.aggregate;

import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;

/**
 * Numbers groups from zero in the order in which their keys are first seen. NULLs are equal to each
 * other. Not thread-safe.
 */
interface GroupTable {
  /** The number of a row whose group is not in the table, when no groups may be added. */
  int UNKNOWN = -1;

  /**
   * Finds the groups of rows.
   *
   * @param keys one vector a key column
   * @param rows which rows
   * @param groups set to the group of each row, at the row's position
   * @param add whether new groups may be added; else their rows get {@link #UNKNOWN}
   */
  void find(ColumnVector[] keys, Selection rows, int[] groups, boolean add);

  /** The number of groups. */
  int count();

  /** The keys: one vector a key column, in which row {@code g} is that of group {@code g}. */
  ColumnVector[] keys();

  /** An estimate of the bytes of heap that it takes. */
  long memoryBytes();
}
