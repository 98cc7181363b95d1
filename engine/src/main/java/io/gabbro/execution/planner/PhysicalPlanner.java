package io.gabbro.execution.planner;

import io.gabbro.error.ErrorCode;
import io.gabbro.execution.ExecutionContext;
import io.gabbro.execution.FilterOperator;
import io.gabbro.execution.LimitOperator;
import io.gabbro.execution.Operator;
import io.gabbro.execution.ProjectOperator;
import io.gabbro.execution.ValuesOperator;
import io.gabbro.execution.aggregate.AggregateOperator;
import io.gabbro.execution.aggregate.ParallelAggregateOperator;
import io.gabbro.execution.expression.ColumnLayout;
import io.gabbro.execution.expression.Evaluator;
import io.gabbro.execution.expression.ExpressionCompiler;
import io.gabbro.execution.parallel.ParallelScanOperator;
import io.gabbro.execution.parallel.RangeSplitter;
import io.gabbro.execution.profile.ExecutionProfile;
import io.gabbro.execution.scan.KeyAccessResolver;
import io.gabbro.execution.scan.ScanBound;
import io.gabbro.execution.scan.ScanKeys;
import io.gabbro.execution.scan.ScanStatistics;
import io.gabbro.execution.scan.TableScanOperator;
import io.gabbro.execution.sort.SortOperator;
import io.gabbro.plan.KeyOrder;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.plan.PlanColumn;
import io.gabbro.plan.SortKey;
import io.gabbro.storage.Direction;
import io.gabbro.storage.KeyRange;
import io.gabbro.vector.RowBatch;
import java.util.List;
import java.util.Optional;

/**
 * Turns logical plans into operators for one execution. Making one and planning is cheap: it
 * happens for each execution, with the parameters known. Operators take hold of nothing before
 * their first batch is asked for. Immutable; the workers of parallel scans use it too.
 */
public final class PhysicalPlanner {
  private static final long ALL_ROWS = Long.MAX_VALUE;
  private static final long NEVER = Long.MAX_VALUE;

  private final ExecutionContext context;
  private final long parallelRows;
  private final ExecutionProfile profile;

  /** A planner for one execution that only reads. */
  public PhysicalPlanner(ExecutionContext context) {
    this(context, RangeSplitter.MINIMUM_ROWS, null);
  }

  private PhysicalPlanner(ExecutionContext context, long parallelRows, ExecutionProfile profile) {
    this.context = context;
    this.parallelRows = context.workers().parallelism() > 1 ? parallelRows : NEVER;
    this.profile = profile;
  }

  /** The same for a statement that writes while it reads: all is done by the calling thread. */
  public PhysicalPlanner serial() {
    return new PhysicalPlanner(context, NEVER, profile);
  }

  /** The same with scans being parallel from so many rows on. */
  public PhysicalPlanner withParallelRows(long rows) {
    return new PhysicalPlanner(context, rows, profile);
  }

  /** The same with all operators measured. */
  public PhysicalPlanner withProfile(ExecutionProfile measured) {
    return new PhysicalPlanner(context, parallelRows, measured);
  }

  /**
   * The operators of a plan.
   *
   * @return the root, to be closed by the caller before the view of the context
   */
  public Operator plan(LogicalPlan plan) {
    return plan(plan, Reading.of(ALL_ROWS));
  }

  /** A compiler for expressions over batches of these columns. */
  public ExpressionCompiler compiler(List<PlanColumn> columns) {
    return ExpressionCompiler.of(
        ColumnLayout.of(columns), context.evaluation(), context.parameters());
  }

  /**
   * How the scan below a node shall read.
   *
   * @param wanted how many rows are probably enough
   * @param part the part of the table that is read; null for all that the scan says
   * @param bound tells which rows are wanted; null for all
   */
  private record Reading(long wanted, KeyRange part, ScanBound bound) {
    static Reading of(long wanted) {
      return new Reading(wanted, null, null);
    }

    static Reading of(KeyRange part, ScanBound bound) {
      return new Reading(ALL_ROWS, part, bound);
    }
  }

  private Operator plan(LogicalPlan plan, Reading reading) {
    Operator operator = operator(plan, reading);
    return profile == null ? operator : profile.measure(plan, operator);
  }

  private Operator operator(LogicalPlan plan, Reading reading) {
    if (plan instanceof LogicalPlan.Values values) {
      return new ValuesOperator(context, values);
    }
    if (plan instanceof LogicalPlan.Aggregate aggregate) {
      return aggregate(aggregate);
    }
    if (plan instanceof LogicalPlan.Sort sort) {
      return sort(sort.input(), sort.keys(), Integer.MAX_VALUE);
    }
    if (plan instanceof LogicalPlan.Limit limit) {
      return limit(limit);
    }
    if (plan instanceof LogicalPlan.TopN top) {
      return topN(top);
    }
    if (reading.part() == null && reading.wanted() == ALL_ROWS) {
      List<KeyRange> parts = parts(plan);
      if (!parts.isEmpty()) {
        return new ParallelScanOperator(
            context.cancellation(),
            context.workers(),
            parts,
            part -> operator(plan, Reading.of(part, reading.bound())));
      }
    }
    if (plan instanceof LogicalPlan.Filter filter) {
      return new FilterOperator(
          context.cancellation(),
          plan(filter.input(), reading),
          compiler(filter.input().output()).predicate(filter.condition()));
    }
    return plan instanceof LogicalPlan.Project project
        ? project(project, reading)
        : scan((LogicalPlan.TableScan) plan, reading);
  }

  /** The parts in which threads can read the scan below a node; empty when it is not worth it. */
  private List<KeyRange> parts(LogicalPlan plan) {
    LogicalPlan node = plan;
    while (node instanceof LogicalPlan.Filter || node instanceof LogicalPlan.Project) {
      node = node.inputs().get(0);
    }
    if (parallelRows == NEVER
        || !(node instanceof LogicalPlan.TableScan scan)
        || scan.order() != KeyOrder.ANY) {
      return List.of();
    }
    ScanKeys keys = keys(scan);
    if (keys.ranges().isEmpty()) {
      return List.of();
    }
    List<KeyRange> parts =
        RangeSplitter.split(
            context, scan.table(), keys.ranges(), context.workers().parallelism(), parallelRows);
    if (!parts.isEmpty()) {
      statistics(scan).addParts(keys, parts.size());
    }
    return parts;
  }

  private ScanKeys keys(LogicalPlan.TableScan scan) {
    return new KeyAccessResolver(scan.table(), compiler(List.of())).resolve(scan.access());
  }

  private ScanStatistics statistics(LogicalPlan.TableScan scan) {
    return profile == null ? new ScanStatistics() : profile.of(scan).scan();
  }

  private Operator scan(LogicalPlan.TableScan scan, Reading reading) {
    ScanStatistics statistics = statistics(scan);
    if (reading.part() != null) {
      ScanKeys part = new ScanKeys(List.of(reading.part()), List.of());
      return new TableScanOperator(
          context, scan, part, Direction.FORWARD, RowBatch.CAPACITY, reading.bound(), statistics);
    }
    ScanKeys keys = keys(scan);
    statistics.addKeys(keys);
    int firstRows = (int) Math.max(1, Math.min(reading.wanted(), TableScanOperator.FIRST_ROWS));
    Direction direction =
        scan.order() == KeyOrder.BACKWARD ? Direction.BACKWARD : Direction.FORWARD;
    return new TableScanOperator(
        context, scan, keys, direction, firstRows, reading.bound(), statistics);
  }

  private Operator project(LogicalPlan.Project project, Reading reading) {
    Evaluator[] projections =
        compiler(project.input().output())
            .evaluators(
                project.projections().stream().map(LogicalPlan.Project.Projection::value).toList());
    return new ProjectOperator(context.cancellation(), plan(project.input(), reading), projections);
  }

  private Operator aggregate(LogicalPlan.Aggregate plan) {
    LogicalPlan input = plan.input();
    List<KeyRange> parts = ParallelAggregateOperator.isPossible(plan) ? parts(input) : List.of();
    if (!parts.isEmpty()) {
      return new ParallelAggregateOperator(
          context,
          plan,
          parts,
          part -> plan(input, Reading.of(part, null)),
          () -> compiler(input.output()));
    }
    return new AggregateOperator(
        context, plan, plan(input, Reading.of(ALL_ROWS)), () -> compiler(input.output()));
  }

  private Operator sort(LogicalPlan input, List<SortKey> keys, int bound) {
    ScanBound scanBound = bound == Integer.MAX_VALUE ? null : ScanBounds.of(input, keys.get(0));
    return new SortOperator(
        context,
        plan(input, Reading.of(null, scanBound)),
        input.output(),
        keys,
        compiler(input.output()),
        bound,
        scanBound);
  }

  private Operator topN(LogicalPlan.TopN plan) {
    RowCounts counts = new RowCounts(compiler(List.of()));
    long limit = counts.evaluate(Optional.of(plan.limit()), ALL_ROWS, ErrorCode.INVALID_LIMIT);
    long offset = counts.evaluate(plan.offset(), 0, ErrorCode.INVALID_OFFSET);
    long bound = limit == 0 ? 0 : wanted(limit, offset);
    Operator sorted = sort(plan.input(), plan.keys(), (int) Math.min(bound, Integer.MAX_VALUE));
    return new LimitOperator(context.cancellation(), sorted, limit, offset);
  }

  private Operator limit(LogicalPlan.Limit plan) {
    RowCounts counts = new RowCounts(compiler(List.of()));
    long limit = counts.evaluate(plan.limit(), ALL_ROWS, ErrorCode.INVALID_LIMIT);
    long offset = counts.evaluate(plan.offset(), 0, ErrorCode.INVALID_OFFSET);
    Reading reading = Reading.of(wanted(limit, offset));
    return new LimitOperator(context.cancellation(), plan(plan.input(), reading), limit, offset);
  }

  private static long wanted(long limit, long offset) {
    return limit + offset < 0 ? ALL_ROWS : limit + offset;
  }
}
