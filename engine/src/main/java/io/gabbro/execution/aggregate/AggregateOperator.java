package io.gabbro.execution.aggregate;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.execution.ExecutionContext;
import io.gabbro.execution.MemoryReservation;
import io.gabbro.execution.Operator;
import io.gabbro.execution.PullOperator;
import io.gabbro.execution.expression.ExpressionCompiler;
import io.gabbro.execution.spill.SpillFile;
import io.gabbro.execution.spill.SpillReader;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.plan.PlanColumn;
import io.gabbro.type.VectorKind;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/**
 * One row for each group, or one row when there are no keys.
 *
 * <p>When the groups take more memory than there is, no more groups are added: rows of other groups
 * are put aside in files by the hash of their keys. When the groups in memory were yielded, each
 * file is aggregated in the same way.
 */
public final class AggregateOperator extends PullOperator {
  /** Rows that were put aside, and how often they have been. */
  private record Aside(SpillFile file, int level) {}

  /** How much the groups that are there may still grow when no more may be added. */
  private static final int GROWTH_DIVISOR = 4;

  private final ExecutionContext context;
  private final LogicalPlan.Aggregate plan;
  private final Operator input;
  private final Supplier<ExpressionCompiler> compiler;
  private final List<VectorKind> inputKinds;
  private final MemoryReservation memory;
  private final Deque<Aside> asides = new ArrayDeque<>();
  private final Selection unknown = new Selection(0);
  private final RowBatch output;
  private long[] hashes = new long[0];
  private Aggregation aggregation;
  private SpillPartitions partitions;
  private long frozenBytes;
  private int nextGroup;
  private long spilledBytes;

  /**
   * Aggregates an input, which it owns.
   *
   * @param compiler makes compilers for expressions over the input
   */
  public AggregateOperator(
      ExecutionContext context,
      LogicalPlan.Aggregate plan,
      Operator input,
      Supplier<ExpressionCompiler> compiler) {
    super(context.cancellation());
    this.context = context;
    this.plan = plan;
    this.input = input;
    this.compiler = compiler;
    inputKinds = kinds(plan.input().output());
    memory = new MemoryReservation(context.memory());
    List<ColumnVector> columns = new ArrayList<>();
    kinds(plan.output()).forEach(kind -> columns.add(ColumnVector.allocate(kind, 0)));
    output = new RowBatch(columns);
  }

  private static List<VectorKind> kinds(List<PlanColumn> columns) {
    return columns.stream().map(column -> column.type().vectorKind()).toList();
  }

  @Override
  protected RowBatch produce() {
    if (aggregation == null) {
      start();
      for (RowBatch batch = input.next(); batch != null; batch = input.next()) {
        add(batch, 0);
      }
      input.close();
      finish(0);
    }
    while (nextGroup == aggregation.groupCount()) {
      if (asides.isEmpty()) {
        return null;
      }
      aggregate(asides.pop());
    }
    int count = Math.min(RowBatch.CAPACITY, aggregation.groupCount() - nextGroup);
    aggregation.write(nextGroup, count, output);
    nextGroup += count;
    return output;
  }

  private void start() {
    aggregation = new Aggregation(plan, compiler.get());
    nextGroup = 0;
    frozenBytes = 0;
    memory.tryHold(0);
  }

  private void aggregate(Aside aside) {
    try (SpillFile file = aside.file();
        SpillReader reader = file.read()) {
      start();
      for (RowBatch batch = reader.next(); batch != null; batch = reader.next()) {
        checkCancelled();
        add(batch, aside.level());
      }
    }
    finish(aside.level());
  }

  private void add(RowBatch batch, int level) {
    if (partitions == null) {
      aggregation.add(batch);
    } else {
      aggregation.addKnown(batch, unknown);
      if (unknown.count() > 0) {
        putAside(batch);
      }
    }
    long bytes = aggregation.memoryBytes();
    if (partitions != null) {
      limitGrowth(bytes);
    } else if (!memory.tryHold(bytes)) {
      freeze(bytes, level);
    }
  }

  private void putAside(RowBatch batch) {
    if (hashes.length < unknown.end()) {
      hashes = new long[unknown.end()];
    }
    aggregation.hash(batch, unknown, hashes);
    partitions.add(batch, unknown, hashes);
  }

  private void freeze(long bytes, int level) {
    if (plan.keys().isEmpty() || !context.spill().isAvailable()) {
      memory.hold(bytes, "an aggregation");
    }
    frozenBytes = bytes;
    partitions = new SpillPartitions(context.spill(), inputKinds, level);
  }

  private void limitGrowth(long bytes) {
    if (bytes - frozenBytes > memory.limit() / GROWTH_DIVISOR) {
      throw new GabbroException(
          ErrorCode.OUT_OF_MEMORY,
          "the groups of an aggregation grow beyond memory_limit ("
              + memory.limit()
              + " bytes), and what they hold cannot be put into files");
    }
  }

  private void finish(int level) {
    aggregation.finish();
    if (partitions != null) {
      for (SpillFile file : partitions.finish()) {
        spilledBytes += file.bytes();
        asides.push(new Aside(file, level + 1));
      }
      partitions = null;
    }
  }

  /** The bytes that it has written to files so far. */
  public long spilledBytes() {
    return spilledBytes;
  }

  @Override
  protected void release() {
    try {
      input.close();
    } finally {
      if (partitions != null) {
        partitions.close();
      }
      asides.forEach(aside -> aside.file().close());
      memory.close();
    }
  }
}
