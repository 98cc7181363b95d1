package io.gabbro.execution;

import io.gabbro.execution.expression.Evaluator;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.RowBatch;

/** One computed row for each row. */
public final class ProjectOperator extends PullOperator {
  private final Operator input;
  private final Evaluator[] projections;

  /** Computes columns from an input, which it owns. */
  public ProjectOperator(Cancellation cancellation, Operator input, Evaluator[] projections) {
    super(cancellation);
    this.input = input;
    this.projections = projections;
  }

  @Override
  protected RowBatch produce() {
    RowBatch batch = input.next();
    if (batch == null) {
      return null;
    }
    ColumnVector[] columns = new ColumnVector[projections.length];
    for (int index = 0; index < columns.length; index++) {
      columns[index] = projections[index].evaluate(batch, batch.selection());
    }
    return new RowBatch(columns, batch.selection());
  }

  @Override
  protected void release() {
    input.close();
  }
}
