package io.gabbro.execution.expression;

import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;

/**
 * A column of the batch.
 *
 * @param position its position
 */
record ColumnEvaluator(int position) implements Evaluator {
  @Override
  public ColumnVector evaluate(RowBatch batch, Selection rows) {
    return batch.column(position);
  }
}
