package io.gabbro.execution.expression;

import io.gabbro.type.VectorKind;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;

/** COALESCE: each argument is computed only for the rows in which all before it are NULL. */
final class CoalesceEvaluator implements Evaluator {
  private final Evaluator[] arguments;
  private final ColumnVector result;
  private final Selection open = new Selection(0);

  CoalesceEvaluator(VectorKind kind, Evaluator[] arguments) {
    this.arguments = arguments;
    result = ColumnVector.allocate(kind, 0);
  }

  @Override
  public ColumnVector evaluate(RowBatch batch, Selection rows) {
    result.reset();
    result.ensureCapacity(rows.end());
    open.copyFrom(rows);
    for (int index = 0; index < arguments.length && open.count() > 0; index++) {
      ColumnVector values = arguments[index].evaluate(batch, open);
      if (index == 0 && !values.mayHaveNulls()) {
        return values;
      }
      result.copyPositions(values, open);
      keepNulls(values);
    }
    return result;
  }

  private void keepNulls(ColumnVector values) {
    int count = open.count();
    boolean all = open.isAll();
    int[] from = open.positions();
    int[] kept = open.startPositions(count);
    int keptCount = 0;
    for (int index = 0; index < count; index++) {
      int row = all ? index : from[index];
      if (values.isNull(row)) {
        kept[keptCount++] = row;
      }
    }
    open.setCount(keptCount);
  }
}
