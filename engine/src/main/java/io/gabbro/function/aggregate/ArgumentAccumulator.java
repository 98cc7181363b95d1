package io.gabbro.function.aggregate;

import io.gabbro.function.Accumulator;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;

/**
 * An accumulator that passes over rows in which its first argument is NULL. Subclasses see only the
 * other rows, so that their loops need not look at NULLs.
 */
abstract class ArgumentAccumulator implements Accumulator {
  private final Selection nonNull = new Selection(0);

  @Override
  public final void add(ColumnVector[] arguments, Selection rows, int[] groups) {
    Selection present = withoutNulls(arguments[0], rows);
    if (present.count() > 0) {
      addPresent(arguments, present, groups);
    }
  }

  /** The rows in which a vector is not NULL; of no use any more at the next call. */
  final Selection withoutNulls(ColumnVector vector, Selection rows) {
    if (!vector.mayHaveNulls()) {
      return rows;
    }
    boolean[] nulls = vector.nulls();
    int[] positions = nonNull.startPositions(rows.count());
    int count = 0;
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      positions[count] = row;
      count += nulls[row] ? 0 : 1;
    }
    nonNull.setCount(count);
    return nonNull;
  }

  /**
   * Adds rows whose first argument is not NULL.
   *
   * @param rows which rows, at least one
   * @param groups the group of each row, at the row's position; null when all belong to group 0
   */
  abstract void addPresent(ColumnVector[] arguments, Selection rows, int[] groups);

  /** The length of arrays with room for {@code count} groups: grows by half at least. */
  static int grown(int length, int count) {
    return Math.max(count, length + (length >> 1));
  }
}
