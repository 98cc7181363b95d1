package io.gabbro.function.comparison;

import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;

/** Those of the selected rows in which neither of two arguments is NULL. Used again. */
final class NonNullRows {
  private final Selection selection = new Selection(0);

  Selection of(ColumnVector left, ColumnVector right, Selection rows) {
    if (!left.mayHaveNulls() && !right.mayHaveNulls()) {
      return rows;
    }
    int[] positions = selection.startPositions(rows.count());
    int count = 0;
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      positions[count] = row;
      count += left.isNull(row) || right.isNull(row) ? 0 : 1;
    }
    selection.setCount(count);
    return selection;
  }
}
