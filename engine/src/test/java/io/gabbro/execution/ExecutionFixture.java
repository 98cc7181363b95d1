package io.gabbro.execution;

import io.gabbro.column.ColumnView;
import io.gabbro.execution.spill.SpillDirectory;
import io.gabbro.function.EvaluationContext;
import io.gabbro.plan.ConstantValues;
import io.gabbro.transaction.ReadView;
import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Contexts for tests. */
public final class ExecutionFixture {
  /** What kernels see. */
  public static final EvaluationContext EVALUATION =
      new EvaluationContext(Instant.parse("2024-02-29T12:00:00Z"), ZoneOffset.UTC);

  private static final WorkerPool SERIAL = new WorkerPool(1);

  private ExecutionFixture() {}

  /** No parameters, one row of them. */
  public static RowBatch noParameters() {
    return new RowBatch(new ColumnVector[0], Selection.ofAll(1));
  }

  /** Rows of parameters. */
  public static RowBatch parameters(List<SqlType> types, List<List<Object>> rows) {
    ColumnVector[] vectors = new ColumnVector[types.size()];
    for (int column = 0; column < vectors.length; column++) {
      vectors[column] = ColumnVector.allocate(types.get(column).vectorKind(), rows.size());
      for (int row = 0; row < rows.size(); row++) {
        ConstantValues.write(types.get(column), rows.get(row).get(column), vectors[column], row);
      }
    }
    return new RowBatch(vectors, Selection.ofAll(rows.size()));
  }

  /** A context without tables. */
  public static ExecutionContext context() {
    return context(null, noParameters());
  }

  /** A context with a view and parameters. */
  public static ExecutionContext context(ReadView view, RowBatch parameters) {
    return new ExecutionContext(
        view,
        ColumnView.NONE,
        parameters,
        EVALUATION,
        new Cancellation(),
        new MemoryBudget(64 << 20),
        SERIAL,
        SpillDirectory.none(),
        new BadRows(BadRows.Policy.ERROR));
  }

  /** A context without tables, with so many bytes of memory, that puts files into a directory. */
  public static ExecutionContext context(long memory, Path directory) {
    return new ExecutionContext(
        null,
        ColumnView.NONE,
        noParameters(),
        EVALUATION,
        new Cancellation(),
        new MemoryBudget(memory),
        SERIAL,
        SpillDirectory.at(directory),
        new BadRows(BadRows.Policy.ERROR));
  }
}
