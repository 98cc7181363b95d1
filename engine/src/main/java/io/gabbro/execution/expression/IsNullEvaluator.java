package io.gabbro.execution.expression;

import io.gabbro.vector.BooleanVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;

/** IS NULL. */
final class IsNullEvaluator implements Evaluator {
  private final Evaluator value;
  private final BooleanVector result = new BooleanVector(0);

  IsNullEvaluator(Evaluator value) {
    this.value = value;
  }

  @Override
  public BooleanVector evaluate(RowBatch batch, Selection rows) {
    ColumnVector values = value.evaluate(batch, rows);
    result.reset();
    result.ensureCapacity(rows.end());
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      result.values()[row] = values.isNull(row);
    }
    return result;
  }
}
