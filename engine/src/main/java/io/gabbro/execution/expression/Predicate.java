package io.gabbro.execution.expression;

import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;

/** A compiled condition. An instance belongs to one operator of one thread. */
public interface Predicate {
  /**
   * Selects the rows for which the condition is true, neither false nor NULL.
   *
   * @param rows the rows to look at; others raise no errors
   * @param matches set to the rows that match; may be {@code rows} itself
   */
  void select(RowBatch batch, Selection rows, Selection matches);

  /**
   * The interval that the only column of the condition must lie in, or outside of; null when the
   * condition is another.
   */
  default WordRange wordRange() {
    return null;
  }
}
