package io.gabbro.execution.expression;

import io.gabbro.function.EvaluationContext;
import io.gabbro.function.Kernel;
import io.gabbro.function.ScalarSignature;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;

/** A call of a kernel. Rows with a NULL argument do not reach the kernel of a strict signature. */
final class CallEvaluator implements Evaluator {
  private final EvaluationContext context;
  private final Kernel kernel;
  private final boolean strict;
  private final Evaluator[] arguments;
  private final ColumnVector[] values;
  private final ColumnVector result;
  private final Selection present = new Selection(0);

  CallEvaluator(EvaluationContext context, ScalarSignature signature, Evaluator[] arguments) {
    this.context = context;
    this.kernel = signature.kernel().get();
    this.strict = signature.strict();
    this.arguments = arguments;
    values = new ColumnVector[arguments.length];
    result = ColumnVector.allocate(signature.result().vectorKind(), 0);
  }

  @Override
  public ColumnVector evaluate(RowBatch batch, Selection rows) {
    boolean mayHaveNulls = false;
    for (int index = 0; index < arguments.length; index++) {
      values[index] = arguments[index].evaluate(batch, rows);
      mayHaveNulls |= values[index].mayHaveNulls();
    }
    result.reset();
    result.ensureCapacity(rows.end());
    Selection live = strict && mayHaveNulls ? withoutNulls(rows) : rows;
    if (live.count() > 0) {
      kernel.evaluate(context, values, live, result);
    }
    return result;
  }

  private Selection withoutNulls(Selection rows) {
    int[] positions = present.startPositions(rows.count());
    int count = 0;
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      if (hasNull(row)) {
        result.setNull(row);
      } else {
        positions[count++] = row;
      }
    }
    if (count == rows.count()) {
      return rows;
    }
    present.setCount(count);
    return present;
  }

  private boolean hasNull(int row) {
    for (ColumnVector value : values) {
      if (value.isNull(row)) {
        return true;
      }
    }
    return false;
  }
}
