package io.gabbro.execution.planner;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.execution.ExecutionContext;
import io.gabbro.execution.FilterOperator;
import io.gabbro.execution.LimitOperator;
import io.gabbro.execution.Operator;
import io.gabbro.execution.ProjectOperator;
import io.gabbro.execution.ValuesOperator;
import io.gabbro.execution.aggregate.AggregateOperator;
import io.gabbro.execution.expression.ColumnLayout;
import io.gabbro.execution.expression.Evaluator;
import io.gabbro.execution.expression.ExpressionCompiler;
import io.gabbro.execution.scan.KeyAccessResolver;
import io.gabbro.execution.scan.ScanKeys;
import io.gabbro.execution.scan.ScanStatistics;
import io.gabbro.execution.scan.TableScanOperator;
import io.gabbro.execution.sort.SortOperator;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.KeyOrder;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.plan.PlanColumn;
import io.gabbro.plan.SortKey;
import io.gabbro.storage.Direction;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.LongVector;
import java.util.List;
import java.util.Optional;

/**
 * Turns logical plans into operators for one execution. Making one and planning is cheap: it
 * happens for each execution, with the parameters known. Not thread-safe.
 */
public final class PhysicalPlanner {
  private static final long ALL_ROWS = Long.MAX_VALUE;

  private final ExecutionContext context;

  /** A planner for one execution. */
  public PhysicalPlanner(ExecutionContext context) {
    this.context = context;
  }

  /**
   * The operators of a plan.
   *
   * @return the root, to be closed by the caller before the view of the context
   */
  public Operator plan(LogicalPlan plan) {
    return plan(plan, ALL_ROWS);
  }

  /** A compiler for expressions over batches of these columns. */
  public ExpressionCompiler compiler(List<PlanColumn> columns) {
    return ExpressionCompiler.of(
        ColumnLayout.of(columns), context.evaluation(), context.parameters());
  }

  /**
   * The operators of a plan.
   *
   * @param wanted how many rows are probably enough
   */
  private Operator plan(LogicalPlan plan, long wanted) {
    if (plan instanceof LogicalPlan.Values values) {
      return new ValuesOperator(context, values);
    }
    if (plan instanceof LogicalPlan.TableScan scan) {
      return scan(scan, wanted);
    }
    if (plan instanceof LogicalPlan.Filter filter) {
      return new FilterOperator(
          context.cancellation(),
          plan(filter.input(), wanted),
          compiler(filter.input().output()).predicate(filter.condition()));
    }
    if (plan instanceof LogicalPlan.Project project) {
      return project(project, wanted);
    }
    if (plan instanceof LogicalPlan.Limit limit) {
      return limit(limit);
    }
    if (plan instanceof LogicalPlan.Aggregate aggregate) {
      return new AggregateOperator(
          context,
          aggregate,
          plan(aggregate.input(), ALL_ROWS),
          () -> compiler(aggregate.input().output()));
    }
    if (plan instanceof LogicalPlan.Sort sort) {
      return sort(sort.input(), sort.keys(), Integer.MAX_VALUE);
    }
    return topN((LogicalPlan.TopN) plan);
  }

  private Operator sort(LogicalPlan input, List<SortKey> keys, int bound) {
    return new SortOperator(
        context, plan(input, ALL_ROWS), input.output(), keys, compiler(input.output()), bound);
  }

  private Operator topN(LogicalPlan.TopN plan) {
    long limit = rowCount(Optional.of(plan.limit()), ALL_ROWS, ErrorCode.INVALID_LIMIT);
    long offset = rowCount(plan.offset(), 0, ErrorCode.INVALID_OFFSET);
    long bound = limit == 0 ? 0 : wanted(limit, offset);
    Operator sorted = sort(plan.input(), plan.keys(), (int) Math.min(bound, Integer.MAX_VALUE));
    return new LimitOperator(context.cancellation(), sorted, limit, offset);
  }

  private static long wanted(long limit, long offset) {
    return limit + offset < 0 ? ALL_ROWS : limit + offset;
  }

  private Operator scan(LogicalPlan.TableScan scan, long wanted) {
    ScanKeys keys = new KeyAccessResolver(scan.table(), compiler(List.of())).resolve(scan.access());
    int firstRows = (int) Math.max(1, Math.min(wanted, TableScanOperator.FIRST_ROWS));
    return new TableScanOperator(
        context, scan, keys, direction(scan.order()), firstRows, new ScanStatistics());
  }

  private static Direction direction(KeyOrder order) {
    return order == KeyOrder.BACKWARD ? Direction.BACKWARD : Direction.FORWARD;
  }

  private Operator project(LogicalPlan.Project project, long wanted) {
    ExpressionCompiler compiler = compiler(project.input().output());
    Evaluator[] projections =
        compiler.evaluators(
            project.projections().stream().map(LogicalPlan.Project.Projection::value).toList());
    return new ProjectOperator(context.cancellation(), plan(project.input(), wanted), projections);
  }

  private Operator limit(LogicalPlan.Limit plan) {
    long limit = rowCount(plan.limit(), ALL_ROWS, ErrorCode.INVALID_LIMIT);
    long offset = rowCount(plan.offset(), 0, ErrorCode.INVALID_OFFSET);
    long wanted = limit + offset < 0 ? ALL_ROWS : limit + offset;
    return new LimitOperator(context.cancellation(), plan(plan.input(), wanted), limit, offset);
  }

  private long rowCount(Optional<BoundExpression> expression, long none, ErrorCode negative) {
    if (expression.isEmpty()) {
      return none;
    }
    ColumnVector value = compiler(List.of()).value(expression.get());
    if (value.isNull(0)) {
      return none;
    }
    long rows = ((LongVector) value).values()[0];
    if (rows < 0) {
      throw new GabbroException(negative);
    }
    return rows;
  }
}
