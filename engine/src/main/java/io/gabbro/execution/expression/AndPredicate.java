package io.gabbro.execution.expression;

import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;

/** Conditions of which each looks only at the rows that those before it have left. */
record AndPredicate(Predicate[] conditions) implements Predicate {
  @Override
  public void select(RowBatch batch, Selection rows, Selection matches) {
    conditions[0].select(batch, rows, matches);
    for (int index = 1; index < conditions.length && matches.count() > 0; index++) {
      conditions[index].select(batch, matches, matches);
    }
  }
}
