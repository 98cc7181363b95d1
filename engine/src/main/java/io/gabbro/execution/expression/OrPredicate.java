package io.gabbro.execution.expression;

import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;

/** Conditions of which each looks only at the rows for which none before it was true. */
final class OrPredicate implements Predicate {
  private final Predicate[] conditions;
  private final Selection open = new Selection(0);
  private final Selection taken = new Selection(0);
  private Selection found = new Selection(0);
  private Selection merged = new Selection(0);

  OrPredicate(Predicate[] conditions) {
    this.conditions = conditions;
  }

  @Override
  public void select(RowBatch batch, Selection rows, Selection matches) {
    open.copyFrom(rows);
    found.startPositions(0);
    for (int index = 0; index < conditions.length && open.count() > 0; index++) {
      conditions[index].select(batch, open, taken);
      if (taken.count() > 0) {
        merged.union(found, taken);
        Selection previous = found;
        found = merged;
        merged = previous;
        open.difference(open, taken);
      }
    }
    matches.copyFrom(found);
  }
}
