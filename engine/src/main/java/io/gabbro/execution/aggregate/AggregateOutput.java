package io.gabbro.execution.aggregate;

import io.gabbro.execution.ExecutionContext;
import io.gabbro.execution.expression.ExpressionCompiler;
import io.gabbro.execution.spill.SpillFile;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.plan.PlanColumn;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.RowBatch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/**
 * Yields the groups of an aggregation that has ended; then it aggregates the rows that were put
 * aside, file by file, and yields their groups.
 */
final class AggregateOutput implements AutoCloseable {
  private record Aside(SpillFile file, int level) {}

  private final ExecutionContext context;
  private final LogicalPlan.Aggregate plan;
  private final Supplier<ExpressionCompiler> compiler;
  private final Deque<Aside> asides = new ArrayDeque<>();
  private final RowBatch output;
  private SpillingAggregation current;
  private int nextGroup;
  private long spilledBytes;

  /** Yields the groups of {@code first}, which it owns and which has ended. */
  AggregateOutput(
      ExecutionContext context,
      LogicalPlan.Aggregate plan,
      Supplier<ExpressionCompiler> compiler,
      SpillingAggregation first) {
    this.context = context;
    this.plan = plan;
    this.compiler = compiler;
    List<ColumnVector> columns = new ArrayList<>();
    for (PlanColumn column : plan.output()) {
      columns.add(ColumnVector.allocate(column.type().vectorKind(), 0));
    }
    output = new RowBatch(columns);
    start(first);
  }

  private void start(SpillingAggregation ended) {
    current = ended;
    nextGroup = 0;
    for (SpillFile file : ended.takeFiles()) {
      spilledBytes += file.bytes();
      asides.push(new Aside(file, ended.level() + 1));
    }
  }

  /** The next groups, valid until the next call; null at the end. */
  RowBatch next() {
    while (nextGroup == current.groups().groupCount()) {
      if (asides.isEmpty()) {
        return null;
      }
      aggregate(asides.pop());
    }
    int count = Math.min(RowBatch.CAPACITY, current.groups().groupCount() - nextGroup);
    current.groups().write(nextGroup, count, output);
    nextGroup += count;
    return output;
  }

  private void aggregate(Aside aside) {
    current.close();
    current = new SpillingAggregation(context, plan, compiler.get(), aside.level());
    try (SpillFile file = aside.file()) {
      current.addFile(file);
    }
    current.finish();
    start(current);
  }

  /** The bytes that were put into files. */
  long spilledBytes() {
    return spilledBytes;
  }

  @Override
  public void close() {
    current.close();
    asides.forEach(aside -> aside.file().close());
    asides.clear();
  }
}
