package io.gabbro.session;

import io.gabbro.execution.Cancellation;
import io.gabbro.transaction.ReadView;
import io.gabbro.transaction.Savepoint;
import io.gabbro.transaction.Transaction;
import java.util.function.Consumer;

/**
 * The part of a transaction that one statement is: it ends with {@link #succeed} or {@link #fail},
 * whichever comes first. Used by one thread at a time.
 */
final class StatementScope {
  private final Transaction transaction;
  private final boolean ownsTransaction;
  private final Savepoint start;
  private final Cancellation cancellation;
  private final Consumer<Transaction> commit;
  private ReadView view;
  private long failedRow = -1;
  private boolean ended;

  private StatementScope(
      Transaction transaction,
      boolean ownsTransaction,
      Cancellation cancellation,
      Consumer<Transaction> commit) {
    this.transaction = transaction;
    this.ownsTransaction = ownsTransaction;
    this.cancellation = cancellation;
    this.commit = commit;
    start = ownsTransaction ? null : transaction.savepoint();
    transaction.onWait(cancellation::check);
  }

  /** A statement that is a transaction of its own, which {@code commit} commits. */
  static StatementScope alone(
      Transaction transaction, Cancellation cancellation, Consumer<Transaction> commit) {
    return new StatementScope(transaction, true, cancellation, commit);
  }

  /** A statement in a transaction, which goes on after it. */
  static StatementScope within(Transaction transaction, Cancellation cancellation) {
    return new StatementScope(transaction, false, cancellation, ending -> {});
  }

  Transaction transaction() {
    return transaction;
  }

  /** Notes which of the rows that it inserts made it fail, from zero. */
  void noteFailedRow(long row) {
    failedRow = row;
  }

  /** The row that made it fail; -1 when that is not known. */
  long failedRow() {
    return failedRow;
  }

  Cancellation cancellation() {
    return cancellation;
  }

  /** What the statement sees; made at the first call. */
  ReadView view() {
    if (view == null) {
      view = transaction.statementView();
    }
    return view;
  }

  /** Keeps what the statement did; commits if the transaction is the statement's own. */
  void succeed() {
    if (!ended) {
      ended = true;
      closeView();
      if (ownsTransaction) {
        commit.accept(transaction);
      }
    }
  }

  /** Ends a statement that only read; others may have written in its transaction since. */
  void abandon() {
    if (!ended) {
      ended = true;
      closeView();
      if (ownsTransaction) {
        transaction.rollback();
      }
    }
  }

  /** Undoes what the statement did. */
  void fail() {
    if (!ended) {
      ended = true;
      closeView();
      if (ownsTransaction) {
        transaction.rollback();
      } else if (!transaction.isEnded()) {
        transaction.rollbackTo(start);
      }
    }
  }

  private void closeView() {
    if (view != null) {
      view.close();
    }
  }
}
