package io.gabbro.session;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.lifecycle.CloseSteps;
import io.gabbro.monitor.SessionActivity;
import io.gabbro.transaction.Transaction;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What a session holds: its open transaction and its open results. It does not know its session, so
 * that the session can be forgotten. {@link #close} is safe from any thread, the rest belongs to
 * the thread of the session.
 */
final class SessionHoldings {
  private final Set<OpenRows> results = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final SessionActivity activity;
  private volatile Transaction transaction;

  /** Holds nothing; ends {@code activity} when it is closed. */
  SessionHoldings(SessionActivity activity) {
    this.activity = activity;
  }

  /** The open transaction; null when there is none. */
  Transaction transaction() {
    return transaction;
  }

  /**
   * Holds a transaction that has been started, instead of the one before.
   *
   * @throws GabbroException {@code CLOSED} when the session was closed meanwhile
   */
  void hold(Transaction started) {
    transaction = started;
    if (closed.get()) {
      started.rollback();
      throw closed();
    }
  }

  /** Holds no transaction any more, and returns the one before, which may be null. */
  Transaction takeTransaction() {
    Transaction taken = transaction;
    transaction = null;
    return taken;
  }

  /** Holds the rows of a result. */
  void add(OpenRows rows) {
    results.add(rows);
    if (closed.get()) {
      rows.abandon();
      throw closed();
    }
  }

  /** Holds rows no more that have ended. */
  void remove(OpenRows rows) {
    results.remove(rows);
  }

  static GabbroException closed() {
    return new GabbroException(ErrorCode.CLOSED, "the session");
  }

  boolean isClosed() {
    return closed.get();
  }

  /** Ends the results, and rolls the transaction back: each of them, whatever fails. */
  void close() {
    if (closed.compareAndSet(false, true)) {
      CloseSteps steps = new CloseSteps();
      results.forEach(rows -> steps.then(rows::abandon));
      Transaction ending = transaction;
      if (ending != null) {
        steps.then(ending::rollback);
      }
      steps.then(activity::close).end();
    }
  }
}
