package io.gabbro.execution.planner;

import io.gabbro.error.ErrorCode;
import io.gabbro.execution.ExecutionContext;
import io.gabbro.execution.expression.ColumnLayout;
import io.gabbro.execution.expression.ExpressionCompiler;
import io.gabbro.execution.scan.KeyAccessResolver;
import io.gabbro.execution.scan.ScanKeys;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.KeyRange;
import java.util.List;
import java.util.Optional;

/**
 * Guesses how many rows nodes of a plan yield: from the number of keys that the store estimates for
 * a range, and from the form of conditions.
 */
public final class RowEstimator {
  private static final double ROWS_PER_GROUP = 10;

  private final ExecutionContext context;

  /** An estimator for one execution. */
  public RowEstimator(ExecutionContext context) {
    this.context = context;
  }

  /** The number of rows that a node will probably yield. */
  public long estimate(LogicalPlan plan) {
    return Math.round(rows(plan));
  }

  private double rows(LogicalPlan plan) {
    if (plan instanceof LogicalPlan.Values values) {
      return (double) values.rows().size() * context.parameterRows();
    }
    if (plan instanceof LogicalPlan.TableScan scan) {
      return keys(scan) * scan.filter().map(ConditionSelectivity::of).orElse(1.0);
    }
    if (plan instanceof LogicalPlan.Filter filter) {
      return rows(filter.input()) * ConditionSelectivity.of(filter.condition());
    }
    if (plan instanceof LogicalPlan.Aggregate aggregate) {
      double input = rows(aggregate.input());
      return aggregate.keys().isEmpty() ? 1 : Math.ceil(input / ROWS_PER_GROUP);
    }
    if (plan instanceof LogicalPlan.Limit limit) {
      RowCounts counts = new RowCounts(compiler());
      return limited(
          rows(limit.input()),
          counts.evaluate(limit.limit(), Long.MAX_VALUE, ErrorCode.INVALID_LIMIT),
          counts.evaluate(limit.offset(), 0, ErrorCode.INVALID_OFFSET));
    }
    if (plan instanceof LogicalPlan.TopN top) {
      RowCounts counts = new RowCounts(compiler());
      return limited(
          rows(top.input()),
          counts.evaluate(Optional.of(top.limit()), Long.MAX_VALUE, ErrorCode.INVALID_LIMIT),
          counts.evaluate(top.offset(), 0, ErrorCode.INVALID_OFFSET));
    }
    return rows(plan.inputs().get(0));
  }

  private static double limited(double input, long limit, long offset) {
    return Math.min((double) limit, Math.max(0, input - offset));
  }

  private ExpressionCompiler compiler() {
    return ExpressionCompiler.of(
        ColumnLayout.of(List.of()), context.evaluation(), context.parameters());
  }

  private double keys(LogicalPlan.TableScan scan) {
    ScanKeys keys = new KeyAccessResolver(scan.table(), compiler()).resolve(scan.access());
    ColumnFamily family = context.view().family(scan.table().format().columnFamily());
    double count = keys.points().size();
    for (KeyRange range : keys.ranges()) {
      count += (double) context.view().approximateCount(family, range);
    }
    return count;
  }
}
