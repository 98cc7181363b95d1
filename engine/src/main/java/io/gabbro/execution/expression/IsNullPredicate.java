package io.gabbro.execution.expression;

import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;

/**
 * IS NULL or IS NOT NULL.
 *
 * @param value what to look at
 * @param wanted selects the rows where it is NULL, or those where it is not
 */
record IsNullPredicate(Evaluator value, boolean wanted) implements Predicate {
  @Override
  public void select(RowBatch batch, Selection rows, Selection matches) {
    ColumnVector vector = value.evaluate(batch, rows);
    if (!vector.mayHaveNulls() && !wanted) {
      if (matches != rows) {
        matches.copyFrom(rows);
      }
      return;
    }
    int count = rows.count();
    int[] from = ComparisonLoops.positionsOrNull(rows);
    int[] target = matches.startPositions(count);
    int kept = 0;
    for (int index = 0; index < count; index++) {
      int row = from == null ? index : from[index];
      target[kept] = row;
      kept += vector.isNull(row) == wanted ? 1 : 0;
    }
    matches.setCount(kept);
  }
}
