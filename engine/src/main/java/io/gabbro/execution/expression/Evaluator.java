package io.gabbro.execution.expression;

import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;

/**
 * A compiled expression. An instance belongs to one operator of one thread and uses its vectors
 * again from call to call.
 */
public interface Evaluator {
  /**
   * Computes the value for the selected rows, each at the row's position. Rows that are not
   * selected are not looked at and raise no errors.
   *
   * @return a vector that is valid until the next call, and as long as the batch is: it may be a
   *     column of it. The caller must not change it
   */
  ColumnVector evaluate(RowBatch batch, Selection rows);
}
