package io.gabbro.execution.expression;

import io.gabbro.vector.BooleanVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;

/**
 * A condition that is computed as a vector.
 *
 * @param condition the condition
 * @param wanted selects the rows where it is true, or those where it is false
 */
record BooleanPredicate(Evaluator condition, boolean wanted) implements Predicate {
  @Override
  public void select(RowBatch batch, Selection rows, Selection matches) {
    int count = rows.count();
    int[] from = ComparisonLoops.positionsOrNull(rows);
    if (count == 0) {
      matches.startPositions(0);
      return;
    }
    BooleanVector vector = (BooleanVector) condition.evaluate(batch, rows);
    boolean[] values = vector.values();
    int[] target = matches.startPositions(count);
    int kept = 0;
    for (int index = 0; index < count; index++) {
      int row = from == null ? index : from[index];
      target[kept] = row;
      kept += values[row] == wanted ? 1 : 0;
    }
    matches.setCount(ComparisonLoops.withoutNulls(vector, target, kept));
  }
}
