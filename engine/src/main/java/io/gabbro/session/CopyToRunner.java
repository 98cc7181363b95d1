package io.gabbro.session;

import io.gabbro.copy.CopyOptions;
import io.gabbro.copy.CsvTarget;
import io.gabbro.execution.ExecutionContext;
import io.gabbro.execution.Operator;
import io.gabbro.execution.planner.PhysicalPlanner;
import io.gabbro.function.cast.Casts;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundStatement;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.plan.PlanColumn;
import io.gabbro.type.SqlType;
import io.gabbro.vector.RowBatch;
import java.util.ArrayList;
import java.util.List;

/** Runs COPY TO: every value is cast to text and written as CSV. */
final class CopyToRunner {
  private final EmbeddedSession session;
  private final ExecutionContext context;

  CopyToRunner(EmbeddedSession session, ExecutionContext context) {
    this.session = session;
    this.context = context;
  }

  long run(BoundStatement.CopyTo copy) {
    CopyFromRunner.checkFileAccess(session);
    CopyOptions options = CopyOptions.of(copy.statement().options());
    String file = copy.statement().file();
    List<PlanColumn> columns = copy.plan().output();
    long count = 0;
    try (Operator operator = new PhysicalPlanner(context).plan(asText(copy.plan()));
        CsvTarget target =
            new CsvTarget(file, options, columns.stream().map(PlanColumn::name).toList())) {
      RowBatch batch = operator.next();
      while (batch != null) {
        context.cancellation().check();
        target.write(batch);
        count += batch.selection().count();
        batch = operator.next();
      }
    }
    return count;
  }

  private static LogicalPlan asText(LogicalPlan plan) {
    List<LogicalPlan.Project.Projection> texts = new ArrayList<>();
    for (PlanColumn column : plan.output()) {
      BoundExpression value = column.reference();
      if (!column.type().equals(SqlType.TEXT)) {
        value =
            new BoundExpression.Call(
                "cast", Casts.cast(column.type(), SqlType.TEXT).orElseThrow(), List.of(value));
      }
      texts.add(new LogicalPlan.Project.Projection(column, value));
    }
    return new LogicalPlan.Project(plan, texts);
  }
}
