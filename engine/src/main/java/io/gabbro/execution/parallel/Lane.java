package io.gabbro.execution.parallel;

import io.gabbro.execution.Operator;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;

/**
 * The work of one thread at a time on one part after the other. Its state belongs to the lock of
 * its {@link ParallelScanOperator}; its operator to whoever has made it {@code RUNNING}.
 */
final class Lane {
  /** What happens with a lane. */
  enum State {
    /** Nobody works on it, and nobody was asked to. */
    IDLE,
    /** A task was submitted and has not started. */
    SCHEDULED,
    /** A thread works on it. */
    RUNNING,
    /** There is nothing left to do for it. */
    FINISHED
  }

  private final Pipeline pipeline;
  private State state = State.IDLE;
  private Part part;
  private Operator operator;

  Lane(Pipeline pipeline) {
    this.pipeline = pipeline;
  }

  State state() {
    return state;
  }

  void setState(State changed) {
    state = changed;
  }

  /** The part that it works on; null between two parts. */
  Part part() {
    return part;
  }

  void setPart(Part next) {
    part = next;
  }

  /**
   * A copy of the next batch of its part; null at the part's end, after which it has no operator.
   */
  RowBatch step() {
    if (operator == null) {
      operator = pipeline.open(part.range());
    }
    RowBatch batch = operator.next();
    if (batch == null) {
      close();
      return null;
    }
    return copy(batch);
  }

  private static RowBatch copy(RowBatch batch) {
    int count = batch.selection().count();
    ColumnVector[] columns = new ColumnVector[batch.columnCount()];
    for (int index = 0; index < columns.length; index++) {
      ColumnVector source = batch.column(index);
      columns[index] = ColumnVector.allocate(source.kind(), count);
      columns[index].copyRows(0, source, batch.selection());
    }
    return new RowBatch(columns, Selection.ofAll(count));
  }

  void close() {
    if (operator != null) {
      Operator closing = operator;
      operator = null;
      closing.close();
    }
  }
}
