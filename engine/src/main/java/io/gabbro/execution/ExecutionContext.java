package io.gabbro.execution;

import io.gabbro.column.ColumnView;
import io.gabbro.execution.spill.SpillDirectory;
import io.gabbro.function.EvaluationContext;
import io.gabbro.transaction.ReadView;
import io.gabbro.vector.RowBatch;

/**
 * What the operators of one execution of a statement share. Making one is cheap; the objects in it
 * that outlive the execution (pool, directory) belong to the database.
 *
 * @param view what the statement sees; owned by the caller, who closes it after the operators
 * @param columns what the view sees of column segments, or {@link ColumnView#NONE}
 * @param parameters the values of the parameters, a column each; the selection says how many rows
 *     there are, and is all of them
 * @param evaluation what kernels may know
 * @param cancellation whether to stop
 * @param memory what operators may keep on the heap
 * @param workers the threads of parallel scans
 * @param spill where operators put what does not fit into memory
 * @param badRows what happens with rows that do not decode
 */
public record ExecutionContext(
    ReadView view,
    ColumnView columns,
    RowBatch parameters,
    EvaluationContext evaluation,
    Cancellation cancellation,
    MemoryBudget memory,
    WorkerPool workers,
    SpillDirectory spill,
    BadRows badRows) {
  /** The same with other values of the parameters. */
  public ExecutionContext withParameters(RowBatch values) {
    return new ExecutionContext(
        view, columns, values, evaluation, cancellation, memory, workers, spill, badRows);
  }

  /** The same with another view, owned by the caller. */
  public ExecutionContext withView(ReadView other) {
    return new ExecutionContext(
        other,
        columns == ColumnView.NONE ? columns : other.columns(),
        parameters,
        evaluation,
        cancellation,
        memory,
        workers,
        spill,
        badRows);
  }

  /** The number of rows of parameters; 1 for a plain execution, also of one without parameters. */
  public int parameterRows() {
    return parameters.selection().count();
  }
}
