package io.gabbro.execution.expression;

import io.gabbro.vector.BooleanVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;

/** NOT in three-valued logic. */
final class NotEvaluator implements Evaluator {
  private final Evaluator condition;
  private final BooleanVector result = new BooleanVector(0);

  NotEvaluator(Evaluator condition) {
    this.condition = condition;
  }

  @Override
  public BooleanVector evaluate(RowBatch batch, Selection rows) {
    BooleanVector values = (BooleanVector) condition.evaluate(batch, rows);
    result.reset();
    result.ensureCapacity(rows.end());
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      if (values.isNull(row)) {
        result.setNull(row);
      } else {
        result.values()[row] = !values.values()[row];
      }
    }
    return result;
  }
}
