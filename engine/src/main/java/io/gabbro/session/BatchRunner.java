package io.gabbro.session;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.execution.Cancellation;
import io.gabbro.plan.BoundStatement;
import io.gabbro.plan.LogicalPlan;
import java.util.Arrays;

/** Runs a statement once for each row of parameters, all of it as one statement. */
final class BatchRunner {
  private final StatementRunner runner;

  BatchRunner(StatementRunner runner) {
    this.runner = runner;
  }

  long[] run(SessionPlan plan, Parameters parameters, Cancellation cancellation) {
    checkKind(plan.current().statement());
    int rows = parameters.rowCount();
    long[] counts = new long[rows];
    if (rows == 0) {
      return counts;
    }
    runner.startTimeout(cancellation);
    StatementRunner.Started started = runner.start(plan, cancellation);
    PlannedStatement planned = started.planned();
    StatementScope scope = started.scope();
    try {
      StatementRunner.checkParameters(planned, parameters);
      if (isPlainInsert(planned.statement())) {
        insertAll(planned, parameters, scope);
        Arrays.fill(counts, 1);
      } else {
        for (int row = 0; row < rows; row++) {
          counts[row] = runRow(planned, parameters, row, scope);
        }
      }
      scope.succeed();
      return counts;
    } catch (RuntimeException | Error e) {
      scope.fail();
      throw e;
    }
  }

  private static void checkKind(BoundStatement statement) {
    if (statement instanceof BoundStatement.Query
        || statement instanceof BoundStatement.LockRows
        || statement instanceof BoundStatement.Explain) {
      throw new GabbroException(ErrorCode.WRONG_OBJECT, "a query cannot be executed as a batch");
    }
    if (statement instanceof BoundStatement.Utility utility
        && TransactionControl.handles(utility.statement())) {
      throw new GabbroException(
          ErrorCode.WRONG_OBJECT, "transaction control cannot be executed as a batch");
    }
  }

  private static boolean isPlainInsert(BoundStatement statement) {
    return statement instanceof BoundStatement.Insert insert
        && insert.input() instanceof LogicalPlan.Values values
        && values.rows().size() == 1;
  }

  private void insertAll(PlannedStatement planned, Parameters parameters, StatementScope scope) {
    var start = scope.transaction().savepoint();
    try {
      runner.run(planned, scope, parameters.batch());
    } catch (GabbroException e) {
      if (scope.transaction().isEnded()) {
        throw new BatchFailure(0, e);
      }
      scope.transaction().rollbackTo(start);
      if (scope.failedRow() >= 0) {
        throw new BatchFailure((int) scope.failedRow(), e);
      }
      throw isOfValues(e) ? failureOf(planned, parameters, scope, e) : e;
    }
  }

  /**
   * Whether it is the values of one row that cannot be computed; else it is not for one of them.
   */
  private static boolean isOfValues(GabbroException failure) {
    return failure.sqlState().startsWith("22");
  }

  /** Inserts row by row, only to find out which row it was that failed. */
  private BatchFailure failureOf(
      PlannedStatement planned,
      Parameters parameters,
      StatementScope scope,
      GabbroException original) {
    for (int row = 0; row < parameters.rowCount(); row++) {
      try {
        runRow(planned, parameters, row, scope);
      } catch (BatchFailure failure) {
        return failure;
      }
    }
    return new BatchFailure(0, original);
  }

  private long runRow(
      PlannedStatement planned, Parameters parameters, int row, StatementScope scope) {
    if (planned.statement() instanceof BoundStatement.Utility) {
      runner.run(planned, scope, parameters.copyOfRow(row).batch());
      return 0;
    }
    try (var view = scope.transaction().statementView(StatementTables.of(planned.statement()))) {
      Result result = runner.run(planned, scope, view, parameters.copyOfRow(row).batch());
      return result instanceof Result.UpdateCount count ? count.count() : rowCount(result);
    } catch (GabbroException e) {
      throw new BatchFailure(row, e);
    }
  }

  private static long rowCount(Result result) {
    return result instanceof Result.Rows rows ? Math.max(0, rows.updateCount()) : 0;
  }
}
