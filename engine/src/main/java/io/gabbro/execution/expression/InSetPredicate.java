package io.gabbro.execution.expression;

import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;

/** IN or NOT IN with a list of constants. */
final class InSetPredicate implements Predicate {
  private final Evaluator value;
  private final ConstantEvaluator[] constants;
  private final boolean wanted;
  private ConstantSet set;

  /**
   * A membership test.
   *
   * @param wanted true for IN, false for NOT IN
   */
  InSetPredicate(Evaluator value, ConstantEvaluator[] constants, boolean wanted) {
    this.value = value;
    this.constants = constants;
    this.wanted = wanted;
  }

  @Override
  public void select(RowBatch batch, Selection rows, Selection matches) {
    int count = rows.count();
    if (count == 0) {
      matches.startPositions(0);
      return;
    }
    ColumnVector vector = value.evaluate(batch, rows);
    if (set == null) {
      set = new ConstantSet(vector.kind(), constants);
    }
    int[] from = ComparisonLoops.positionsOrNull(rows);
    int[] target = matches.startPositions(count);
    int kept = 0;
    if (wanted || !set.hasNull()) {
      kept = set.select(vector, from, count, wanted, target);
    }
    matches.setCount(kept);
  }
}
