package io.gabbro.execution.aggregate;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.execution.ExecutionContext;
import io.gabbro.execution.MemoryReservation;
import io.gabbro.execution.expression.ExpressionCompiler;
import io.gabbro.execution.spill.SpillFile;
import io.gabbro.execution.spill.SpillReader;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.plan.PlanColumn;
import io.gabbro.type.VectorKind;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;
import java.util.ArrayList;
import java.util.List;

/**
 * An aggregation of one thread that keeps to the memory of its statement: when there is no more, no
 * more groups are added, and rows of other groups are put aside in files. Closing twice is
 * harmless.
 */
final class SpillingAggregation implements AutoCloseable {
  /** The part of the memory limit by which groups may still grow when no more may be added. */
  private static final int GROWTH_DIVISOR = 4;

  private final ExecutionContext context;
  private final LogicalPlan.Aggregate plan;
  private final int level;
  private final Aggregation aggregation;
  private final MemoryReservation memory;
  private final Selection unknown = new Selection(0);
  private final List<SpillFile> files = new ArrayList<>();
  private long[] hashes = new long[0];
  private SpillPartitions partitions;
  private long frozenBytes;

  /**
   * An empty aggregation.
   *
   * @param compiler for expressions over the input
   * @param level how often the rows that come have been put aside before
   */
  SpillingAggregation(
      ExecutionContext context,
      LogicalPlan.Aggregate plan,
      ExpressionCompiler compiler,
      int level) {
    this.context = context;
    this.plan = plan;
    this.level = level;
    aggregation = new Aggregation(plan, compiler);
    memory = new MemoryReservation(context.memory());
  }

  /** The groups that are in memory. */
  Aggregation groups() {
    return aggregation;
  }

  /** How often the rows that came had been put aside before. */
  int level() {
    return level;
  }

  /** Adds all rows of a batch. */
  void add(RowBatch batch) {
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
      freeze(bytes);
    }
  }

  private void putAside(RowBatch batch) {
    if (hashes.length < unknown.end()) {
      hashes = new long[unknown.end()];
    }
    aggregation.hash(batch, unknown, hashes);
    partitions.add(batch, unknown, hashes);
  }

  private void freeze(long bytes) {
    if (plan.keys().isEmpty() || !context.spill().isAvailable()) {
      memory.hold(bytes, "an aggregation");
    }
    List<VectorKind> kinds = new ArrayList<>();
    for (PlanColumn column : plan.input().output()) {
      kinds.add(column.type().vectorKind());
    }
    frozenBytes = bytes;
    partitions = new SpillPartitions(context.spill(), kinds, level);
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

  /** Adds all that another aggregation has collected, and closes it. Both must be combinable. */
  void absorb(SpillingAggregation other) {
    other.memory.close();
    aggregation.combine(other.aggregation);
    List<SpillFile> aside = other.takeFiles();
    long bytes = aggregation.memoryBytes();
    if (partitions == null && (!memory.tryHold(bytes) || !aside.isEmpty())) {
      freeze(bytes);
    }
    frozenBytes = bytes;
    files.addAll(aside);
    other.close();
  }

  /** Ends adding; rows that other threads have put aside are looked at once more. */
  void finish() {
    if (!files.isEmpty()) {
      List<SpillFile> others = new ArrayList<>(files);
      for (SpillFile file : others) {
        addFile(file);
        files.remove(file);
        file.close();
      }
    }
    aggregation.finish();
  }

  /** Adds the rows of a file, which stays open. */
  void addFile(SpillFile file) {
    try (SpillReader reader = file.read()) {
      for (RowBatch batch = reader.next(); batch != null; batch = reader.next()) {
        context.cancellation().check();
        add(batch);
      }
    }
  }

  /** Ends putting aside; the files now belong to the caller. */
  List<SpillFile> takeFiles() {
    if (partitions == null) {
      return List.of();
    }
    List<SpillFile> taken = partitions.finish();
    partitions = null;
    return taken;
  }

  @Override
  public void close() {
    if (partitions != null) {
      partitions.close();
      partitions = null;
    }
    files.forEach(SpillFile::close);
    files.clear();
    memory.close();
  }
}
