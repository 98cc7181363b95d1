package io.gabbro.execution.aggregate;

import io.gabbro.execution.ExecutionContext;
import io.gabbro.execution.Operator;
import io.gabbro.execution.PullOperator;
import io.gabbro.execution.Spilling;
import io.gabbro.execution.expression.ExpressionCompiler;
import io.gabbro.execution.parallel.Pipeline;
import io.gabbro.execution.parallel.WorkerGroup;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.storage.KeyRange;
import io.gabbro.vector.RowBatch;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Aggregates parts of a table by several threads, each with groups of its own, which are put
 * together at the end. The order of the groups is not defined.
 */
public final class ParallelAggregateOperator extends PullOperator implements Spilling {
  private final ExecutionContext context;
  private final LogicalPlan.Aggregate plan;
  private final List<KeyRange> ranges;
  private final Pipeline pipeline;
  private final Supplier<ExpressionCompiler> compiler;
  private final SpillingAggregation[] aggregations;
  private final AtomicInteger nextRange = new AtomicInteger();
  private AggregateOutput output;

  /**
   * Aggregates what pipelines over some ranges yield.
   *
   * @param plan whose aggregates are all {@linkplain #isPossible combinable}
   * @param compiler makes compilers for expressions over the input; may be called by several
   *     threads
   */
  public ParallelAggregateOperator(
      ExecutionContext context,
      LogicalPlan.Aggregate plan,
      List<KeyRange> ranges,
      Pipeline pipeline,
      Supplier<ExpressionCompiler> compiler) {
    super(context.cancellation());
    this.context = context;
    this.plan = plan;
    this.ranges = ranges;
    this.pipeline = pipeline;
    this.compiler = compiler;
    int workers = Math.min(context.workers().parallelism(), ranges.size());
    aggregations = new SpillingAggregation[Math.max(1, workers)];
  }

  /** Whether parts of an input can be aggregated one by one. */
  public static boolean isPossible(LogicalPlan.Aggregate plan) {
    return Aggregation.isCombinable(plan);
  }

  @Override
  protected RowBatch produce() {
    if (output == null) {
      aggregateAll();
    }
    return output.next();
  }

  private void aggregateAll() {
    new WorkerGroup(aggregations.length, this::aggregate).run(context.workers());
    SpillingAggregation first = aggregations[0];
    for (int worker = 1; worker < aggregations.length; worker++) {
      if (aggregations[worker] != null) {
        first.absorb(aggregations[worker]);
      }
    }
    first.finish();
    output = new AggregateOutput(context, plan, compiler, first);
  }

  private void aggregate(int worker, WorkerGroup group) {
    SpillingAggregation aggregation = new SpillingAggregation(context, plan, compiler.get(), 0);
    aggregations[worker] = aggregation;
    int range = nextRange.getAndIncrement();
    while (range < ranges.size() && !group.isStopped()) {
      try (Operator input = pipeline.open(ranges.get(range))) {
        RowBatch batch = input.next();
        while (batch != null && !group.isStopped()) {
          aggregation.add(batch);
          batch = input.next();
        }
      }
      range = nextRange.getAndIncrement();
    }
  }

  @Override
  public long spilledBytes() {
    return output == null ? 0 : output.spilledBytes();
  }

  @Override
  protected void release() {
    if (output != null) {
      output.close();
    }
    for (SpillingAggregation aggregation : aggregations) {
      if (aggregation != null) {
        aggregation.close();
      }
    }
  }
}
