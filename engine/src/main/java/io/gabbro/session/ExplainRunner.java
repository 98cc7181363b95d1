package io.gabbro.session;

import io.gabbro.execution.ExecutionContext;
import io.gabbro.execution.Operator;
import io.gabbro.execution.planner.PhysicalPlanner;
import io.gabbro.execution.planner.RowEstimator;
import io.gabbro.execution.profile.ExecutionProfile;
import io.gabbro.plan.BoundStatement;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.plan.PlanPrinter;
import io.gabbro.vector.RowBatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Runs EXPLAIN: prints the plan with estimates and, for ANALYZE, with what really happened. */
final class ExplainRunner {
  private static final double NANOS_PER_MILLI = 1e6;

  private final EmbeddedSession session;
  private final StatementScope scope;
  private final ExecutionContext context;

  ExplainRunner(EmbeddedSession session, StatementScope scope, ExecutionContext context) {
    this.session = session;
    this.scope = scope;
    this.context = context;
  }

  /** The plan, a line a row. */
  Result run(BoundStatement.Explain explain) {
    RowEstimator estimator = new RowEstimator(context);
    ExecutionProfile profile = new ExecutionProfile();
    long nanos = explain.analyze() ? execute(explain.statement(), profile) : 0;
    String text =
        PlanPrinter.print(
            explain.statement(),
            node -> {
              List<String> remarks = new ArrayList<>();
              remarks.add("estimated rows=" + estimator.estimate(node));
              if (explain.analyze()) {
                remarks.addAll(profile.remarks(node));
              }
              return remarks;
            });
    if (explain.analyze()) {
      text += String.format(Locale.ROOT, "execution time: %.3f ms%n", nanos / NANOS_PER_MILLI);
    }
    BatchList rows = new BatchList(ResultColumns.EXPLAIN);
    rows.addText(
        Arrays.stream(text.stripTrailing().split("\n", -1))
            .map(line -> new String[] {line.stripTrailing()})
            .toList());
    return rows;
  }

  private long execute(BoundStatement statement, ExecutionProfile profile) {
    long start = System.nanoTime();
    PhysicalPlanner planner = new PhysicalPlanner(context).withProfile(profile);
    if (statement instanceof BoundStatement.Query query) {
      drain(planner, query.plan());
    } else if (statement instanceof BoundStatement.CopyTo copy) {
      drain(planner, copy.plan());
    } else {
      new ChangeRunner(session, scope, context, planner.serial())
          .run(statement, ResultColumns.of(statement));
    }
    return System.nanoTime() - start;
  }

  private void drain(PhysicalPlanner planner, LogicalPlan plan) {
    try (Operator operator = planner.plan(plan)) {
      RowBatch batch = operator.next();
      while (batch != null) {
        context.cancellation().check();
        batch = operator.next();
      }
    }
  }
}
