package io.gabbro.session;

import io.gabbro.copy.CopyFiles;
import io.gabbro.copy.CopyOptions;
import io.gabbro.execution.ExecutionContext;
import io.gabbro.execution.Operator;
import io.gabbro.execution.planner.PhysicalPlanner;
import io.gabbro.function.cast.Casts;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundStatement;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.plan.PlanColumn;
import io.gabbro.type.SqlType;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.RowBatch;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;

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
        Writer writer = CopyFiles.writer(file, options.charset());
        CSVPrinter printer = new CSVPrinter(writer, options.csv())) {
      if (options.header()) {
        printer.printRecord(columns.stream().map(PlanColumn::name));
      }
      RowBatch batch = operator.next();
      while (batch != null) {
        print(batch, columns, printer);
        count += batch.selection().count();
        batch = operator.next();
      }
      return count;
    } catch (IOException e) {
      throw CopyFiles.failure(file, e);
    }
  }

  private static LogicalPlan asText(LogicalPlan plan) {
    List<LogicalPlan.Project.Projection> texts = new ArrayList<>();
    for (PlanColumn column : plan.output()) {
      BoundExpression value = column.reference();
      if (!column.type().equals(SqlType.TEXT)) {
        value =
            new BoundExpression.Call(
                "cast",
                Casts.cast(column.type(), SqlType.TEXT).orElseThrow(),
                List.of(value));
      }
      texts.add(new LogicalPlan.Project.Projection(column, value));
    }
    return new LogicalPlan.Project(plan, texts);
  }

  private static void print(RowBatch batch, List<PlanColumn> columns, CSVPrinter printer)
      throws IOException {
    Object[] values = new Object[columns.size()];
    for (int index = 0; index < batch.selection().count(); index++) {
      int row = batch.selection().position(index);
      for (int column = 0; column < values.length; column++) {
        values[column] = value((BytesVector) batch.column(column), row, columns.get(column));
      }
      printer.printRecord(values);
    }
  }

  /** Integers stay numbers, which are written without quotes; a quoted empty string is no NULL. */
  private static Object value(BytesVector vector, int row, PlanColumn column) {
    if (vector.isNull(row)) {
      return null;
    }
    String text = vector.string(row);
    return column.type().kind().isInteger() ? Long.valueOf(text) : text;
  }
}
