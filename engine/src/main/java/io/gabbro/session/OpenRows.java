package io.gabbro.session;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.execution.Operator;
import io.gabbro.vector.RowBatch;

/**
 * What a result that streams holds: operators with their cursors, and the statement's snapshot. It
 * knows neither its result nor its session, so that both can be forgotten. Thread-safe: it can be
 * abandoned while another thread reads.
 */
final class OpenRows {
  private final Operator operator;
  private final StatementScope scope;
  private final SessionHoldings holdings;
  private Runnable whenAbandoned = () -> {};
  private boolean ended;
  private boolean abandoned;

  /** Rows that {@code holdings} keeps until they end. */
  OpenRows(Operator operator, StatementScope scope, SessionHoldings holdings) {
    this.operator = operator;
    this.scope = scope;
    this.holdings = holdings;
    holdings.add(this);
  }

  /** What is to be run when they are abandoned. */
  synchronized void whenAbandoned(Runnable action) {
    whenAbandoned = action;
  }

  /** The next batch; null at the end, after which nothing is held any more. */
  synchronized RowBatch next() {
    if (abandoned) {
      throw new GabbroException(ErrorCode.CLOSED, "the session");
    }
    if (ended) {
      return null;
    }
    try {
      scope.cancellation().check();
      RowBatch batch = operator.next();
      if (batch == null) {
        close();
      }
      return batch;
    } catch (RuntimeException | Error e) {
      release(scope::abandon);
      throw e;
    }
  }

  /** Ends the statement, unless it has ended; says whether it did. */
  synchronized boolean close() {
    return release(scope::succeed);
  }

  /**
   * Ends the statement because its session was closed or nobody can read its rows. Stops whoever
   * reads, and waits for that.
   */
  void abandon() {
    scope.cancellation().cancel();
    synchronized (this) {
      if (release(scope::abandon)) {
        abandoned = true;
        whenAbandoned.run();
      }
    }
  }

  private boolean release(Runnable end) {
    if (ended) {
      return false;
    }
    ended = true;
    holdings.remove(this);
    try {
      operator.close();
    } finally {
      end.run();
    }
    return true;
  }
}
