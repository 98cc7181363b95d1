package io.gabbro.session;

import io.gabbro.catalog.TableDefinition;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.execution.ExecutionContext;
import io.gabbro.execution.Operator;
import io.gabbro.execution.expression.Evaluator;
import io.gabbro.execution.expression.ExpressionCompiler;
import io.gabbro.execution.expression.Predicate;
import io.gabbro.execution.planner.PhysicalPlanner;
import io.gabbro.execution.planner.RowCounts;
import io.gabbro.execution.write.DeleteWriter;
import io.gabbro.execution.write.InsertWriter;
import io.gabbro.execution.write.LockingReader;
import io.gabbro.execution.write.RowLocker;
import io.gabbro.execution.write.StoredParts;
import io.gabbro.execution.write.UpdateWriter;
import io.gabbro.execution.write.WriteTarget;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundStatement;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.vector.RowBatch;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs INSERT, UPDATE, DELETE, BEGIN BATCH and SELECT FOR UPDATE in a scope. */
final class ChangeRunner {
  private final EmbeddedSession session;
  private final StatementScope scope;
  private final ExecutionContext context;
  private final PhysicalPlanner planner;

  /** A runner whose plans {@code planner} turns into operators; it must plan serial ones. */
  ChangeRunner(
      EmbeddedSession session,
      StatementScope scope,
      ExecutionContext context,
      PhysicalPlanner planner) {
    this.session = session;
    this.scope = scope;
    this.context = context;
    this.planner = planner;
  }

  /** Runs a statement; {@code columns} are those of RETURNING, empty when there is none. */
  Result run(BoundStatement statement, List<ResultColumn> columns) {
    if (statement instanceof BoundStatement.Batch batch) {
      return new Result.UpdateCount(runBatch(batch));
    }
    BatchList returned = new BatchList(columns);
    long count = change(statement, returned);
    if (columns.isEmpty()) {
      return new Result.UpdateCount(count);
    }
    returned.setUpdateCount(count);
    return returned;
  }

  private long runBatch(BoundStatement.Batch batch) {
    long count = 0;
    for (BoundStatement statement : batch.statements()) {
      try (var view = scope.transaction().statementView(StatementTables.of(statement))) {
        ExecutionContext own = context.withView(view);
        count +=
            new ChangeRunner(session, scope, own, new PhysicalPlanner(own).serial())
                .change(statement, new BatchList(List.of()));
      }
    }
    return count;
  }

  private long change(BoundStatement statement, BatchList returned) {
    if (statement instanceof BoundStatement.Insert insert) {
      return insert(insert, returned);
    } else if (statement instanceof BoundStatement.Update update) {
      return update(update, returned);
    } else if (statement instanceof BoundStatement.Delete delete) {
      return delete(delete, returned);
    }
    if (statement instanceof BoundStatement.LockRows lock) {
      lockRows(lock, returned);
      return -1;
    }
    throw new GabbroException(
        ErrorCode.INTERNAL, statement.getClass().getSimpleName() + " changes no rows");
  }

  private long insert(BoundStatement.Insert insert, BatchList returned) {
    InsertWriter writer =
        new InsertWriter(
            target(insert.table()),
            new StoredParts(insert.givesKey(), insert.givesValue()),
            returning(insert.returning(), returned));
    try {
      forEachBatch(insert.input(), writer::write);
    } finally {
      if (writer.failedRow() >= 0) {
        scope.noteFailedRow(writer.count() + writer.failedRow());
      }
    }
    return writer.count();
  }

  private long update(BoundStatement.Update update, BatchList returned) {
    ExpressionCompiler compiler = planner.compiler(update.scan().output());
    UpdateWriter writer =
        new UpdateWriter(
            target(update.table()),
            predicate(compiler, update.condition()),
            update.assignments().stream()
                .mapToInt(BoundStatement.Update.Assignment::column)
                .toArray(),
            update.assignments().stream()
                .map(assignment -> compiler.evaluator(assignment.value()))
                .toArray(Evaluator[]::new),
            returning(update.returning(), returned));
    forEachBatch(update.scan(), writer::write);
    writer.finish();
    return writer.count();
  }

  private long delete(BoundStatement.Delete delete, BatchList returned) {
    DeleteWriter writer =
        new DeleteWriter(
            target(delete.table()),
            predicate(planner.compiler(delete.scan().output()), delete.condition()),
            returning(delete.returning(), returned));
    forEachBatch(delete.scan(), writer::write);
    return writer.count();
  }

  private void lockRows(BoundStatement.LockRows lock, BatchList locked) {
    scope.transaction().checkWritable("SELECT FOR UPDATE");
    RowCounts counts = new RowCounts(planner.compiler(List.of()));
    LockingReader reader =
        new LockingReader(
            new RowLocker(
                target(lock.table()),
                predicate(planner.compiler(lock.scan().output()), lock.condition()),
                lock.ifLocked()),
            lock.ordered(),
            counts.evaluate(lock.limit(), Long.MAX_VALUE, ErrorCode.INVALID_LIMIT),
            counts.evaluate(lock.offset(), 0, ErrorCode.INVALID_OFFSET),
            returning(Optional.of(lock.result()), locked));
    try (Operator operator = planner.plan(lock.scan())) {
      RowBatch batch = reader.isDone() ? null : operator.next();
      while (batch != null) {
        context.cancellation().check();
        reader.read(batch);
        batch = reader.isDone() ? null : operator.next();
      }
    }
  }

  private WriteTarget target(TableDefinition table) {
    return new WriteTarget(table, session.shared().transactions(), scope.transaction());
  }

  private static Optional<Predicate> predicate(
      ExpressionCompiler compiler, Optional<BoundExpression> condition) {
    return condition.map(compiler::predicate);
  }

  private Consumer<RowBatch> returning(
      Optional<BoundStatement.Returning> returning, BatchList returned) {
    if (returning.isEmpty()) {
      return batch -> {};
    }
    Evaluator[] evaluators =
        planner
            .compiler(returning.get().rowColumns())
            .evaluators(
                returning.get().projections().stream()
                    .map(LogicalPlan.Project.Projection::value)
                    .toList());
    return batch -> {
      io.gabbro.vector.ColumnVector[] values = new io.gabbro.vector.ColumnVector[evaluators.length];
      for (int index = 0; index < values.length; index++) {
        values[index] = evaluators[index].evaluate(batch, batch.selection());
      }
      returned.add(values, batch.selection());
    };
  }

  private void forEachBatch(LogicalPlan plan, Consumer<RowBatch> consumer) {
    try (Operator operator = planner.plan(plan)) {
      RowBatch batch = operator.next();
      while (batch != null) {
        context.cancellation().check();
        consumer.accept(batch);
        batch = operator.next();
      }
    }
  }
}
