package io.gabbro.session;

import io.gabbro.ast.Statement;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.execution.Cancellation;
import io.gabbro.transaction.TransactionOptions;
import java.util.List;
import java.util.Locale;

/** Runs BEGIN, COMMIT, ROLLBACK, SAVEPOINT and their kin. */
final class TransactionControl {
  private final EmbeddedSession session;
  private final Cancellation cancellation;

  TransactionControl(EmbeddedSession session, Cancellation cancellation) {
    this.session = session;
    this.cancellation = cancellation;
  }

  /** Whether a statement is one of these. */
  static boolean handles(Statement statement) {
    return statement instanceof Statement.StartTransaction
        || statement instanceof Statement.Commit
        || statement instanceof Statement.Rollback
        || statement instanceof Statement.Savepoint
        || statement instanceof Statement.ReleaseSavepoint;
  }

  Result run(Statement statement) {
    if (statement instanceof Statement.StartTransaction start) {
      start(start);
    } else if (statement instanceof Statement.Commit) {
      warnWithoutTransaction();
      session.commit(cancellation::check);
    } else if (statement instanceof Statement.Rollback rollback) {
      rollback(rollback);
    } else if (statement instanceof Statement.Savepoint savepoint) {
      requireTransaction("SAVEPOINT");
      session.savepoint(savepoint.name().name());
    } else if (statement instanceof Statement.ReleaseSavepoint release) {
      requireTransaction("RELEASE SAVEPOINT");
      session.releaseSavepoint(release.name().name());
    }
    return new Result.UpdateCount(0);
  }

  private void start(Statement.StartTransaction start) {
    TransactionOptions options = options(start);
    if (start.set()) {
      requireTransaction("SET TRANSACTION");
      session.changeTransaction(options);
    } else if (session.inTransaction()) {
      session.addWarnings(List.of("there is already a transaction in progress"));
    } else {
      session.begin(options);
    }
  }

  private TransactionOptions options(Statement.StartTransaction start) {
    TransactionOptions defaults = session.transactionOptions();
    return new TransactionOptions(
        start
            .isolationLevel()
            .map(level -> SessionOptions.isolation(level.toLowerCase(Locale.ROOT)))
            .orElse(defaults.isolation()),
        start.readOnly().orElse(defaults.readOnly()) || session.shared().isReadOnly(),
        defaults.durability(),
        defaults.lockTimeout());
  }

  private void rollback(Statement.Rollback rollback) {
    if (rollback.savepoint().isPresent()) {
      requireTransaction("ROLLBACK TO SAVEPOINT");
      session.rollbackTo(rollback.savepoint().get().name());
    } else {
      warnWithoutTransaction();
      session.rollback();
    }
  }

  private void warnWithoutTransaction() {
    if (!session.inTransaction()) {
      session.addWarnings(List.of("there is no transaction in progress"));
    }
  }

  private void requireTransaction(String what) {
    if (!session.inTransaction() && session.isAutoCommit()) {
      throw new GabbroException(
          ErrorCode.INVALID_TRANSACTION_STATE, what + " can only be used in a transaction");
    }
  }
}
