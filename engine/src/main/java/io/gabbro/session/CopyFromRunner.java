package io.gabbro.session;

import io.gabbro.config.Option;
import io.gabbro.copy.CopyOptions;
import io.gabbro.copy.CsvSource;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.execution.ExecutionContext;
import io.gabbro.execution.Operator;
import io.gabbro.execution.expression.ExpressionCompiler;
import io.gabbro.execution.planner.PhysicalPlanner;
import io.gabbro.execution.write.InsertWriter;
import io.gabbro.execution.write.StoredParts;
import io.gabbro.execution.write.WriteTarget;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundStatement;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.serializer.RowDecoder;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;
import java.util.List;

/** Runs COPY FROM: the file's values are parameters of the INSERT that the binder made. */
final class CopyFromRunner {
  private final EmbeddedSession session;
  private final StatementScope scope;
  private final ExecutionContext context;

  CopyFromRunner(EmbeddedSession session, StatementScope scope, ExecutionContext context) {
    this.session = session;
    this.scope = scope;
    this.context = context;
  }

  /** Requires the right to read and write files. */
  static void checkFileAccess(EmbeddedSession session) {
    if (!session.options().isTrue(Option.FILE_ACCESS)) {
      throw new GabbroException(
          ErrorCode.INSUFFICIENT_PRIVILEGE,
          "a statement with a file needs file_access=true in the connection's URL");
    }
  }

  long run(BoundStatement.CopyFrom copy) {
    checkFileAccess(session);
    CopyOptions options = CopyOptions.of(copy.statement().options());
    List<String> columns = copy.columns().stream().map(index -> columnName(copy, index)).toList();
    WriteTarget target =
        new WriteTarget(copy.table(), session.shared().transactions(), scope.transaction());
    InsertWriter writer =
        new InsertWriter(
            target,
            new StoredParts(copy.insert().givesKey(), copy.insert().givesValue()),
            inserted -> {});
    try (CsvSource source =
        new CsvSource(copy.statement().file(), options, columns, RowBatch.CAPACITY)) {
      int rows = source.read();
      while (rows > 0) {
        context.cancellation().check();
        insert(copy, source, rows, writer);
        rows = source.read();
      }
    }
    return writer.count();
  }

  private static String columnName(BoundStatement.CopyFrom copy, int column) {
    return copy.insert().input().output().get(position(copy, column)).name();
  }

  /** Where the input of the insert has a column of the table, or the bytes of key or value. */
  private static int position(BoundStatement.CopyFrom copy, int column) {
    int columns = copy.table().columns().size();
    return switch (column) {
      case RowDecoder.KEY_COLUMN -> columns;
      case RowDecoder.VALUE_COLUMN -> columns + (copy.insert().givesKey() ? 1 : 0);
      default -> column;
    };
  }

  private void insert(
      BoundStatement.CopyFrom copy, CsvSource source, int rows, InsertWriter writer) {
    RowBatch texts = new RowBatch(source.vectors(), Selection.ofAll(rows));
    try (Operator operator =
        new PhysicalPlanner(context.withParameters(texts)).serial().plan(copy.insert().input())) {
      RowBatch batch = operator.next();
      while (batch != null) {
        writer.write(batch);
        batch = operator.next();
      }
    } catch (GabbroException e) {
      throw locate(copy, source, texts, writer, e);
    }
  }

  /** The error with its place in the file: the first value that does not convert, or the row. */
  private GabbroException locate(
      BoundStatement.CopyFrom copy,
      CsvSource source,
      RowBatch texts,
      InsertWriter writer,
      GabbroException failure) {
    ExpressionCompiler compiler = ExpressionCompiler.ofParameterBatches(context.evaluation());
    List<BoundExpression> values = ((LogicalPlan.Values) copy.insert().input()).rows().get(0);
    Selection one = new Selection(1);
    for (int row = 0; row < texts.selection().count(); row++) {
      one.startPositions(1)[0] = row;
      one.setCount(1);
      for (int index : copy.columns()) {
        try {
          compiler.evaluator(values.get(position(copy, index))).evaluate(texts, one);
        } catch (GabbroException e) {
          return e.in(source.place(row) + ", column \"" + columnName(copy, index) + "\"");
        }
      }
    }
    return writer.failedRow() < 0 ? failure : failure.in(source.place(writer.failedRow()));
  }
}
