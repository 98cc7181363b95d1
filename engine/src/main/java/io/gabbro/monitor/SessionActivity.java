package io.gabbro.monitor;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The statements that a session executes. Statements are started by the thread of the session;
 * others may look at them at any time.
 */
public final class SessionActivity implements AutoCloseable {
  private final Sessions sessions;
  private final long sessionId;
  private final Set<StatementRun> runs = ConcurrentHashMap.newKeySet();
  private volatile long slowNanos;

  SessionActivity(Sessions sessions, long sessionId) {
    this.sessions = sessions;
    this.sessionId = sessionId;
  }

  /** The number of the session, which no other session of the database has had. */
  public long id() {
    return sessionId;
  }

  /** Logs statements that take at least so many nanoseconds; zero logs none. */
  public void logSlow(long nanos) {
    slowNanos = nanos;
  }

  long slowNanos() {
    return slowNanos;
  }

  /** Whether somebody wants to know how long each statement takes, however short. */
  public boolean isTimed() {
    return slowNanos > 0 || Tracers.active().recordsStatements();
  }

  /** Starts a statement, which the caller ends. */
  public StatementRun start(String sql) {
    StatementRun run = new StatementRun(this, sql);
    runs.add(run);
    return run;
  }

  void end(StatementRun run) {
    runs.remove(run);
  }

  /** Counts a read of at most one row that was too short to be shown while it ran. */
  public void countPointRead(boolean found) {
    counters().succeed(found ? 1 : 0, 0);
  }

  /** Counts such a read that failed. */
  public void countFailure(Throwable failure) {
    counters().fail(failure);
  }

  /** What the statements of all sessions have done. */
  public StatementCounters counters() {
    return sessions.counters();
  }

  /** The statements that run now. */
  List<StatementRun> running() {
    return List.copyOf(runs);
  }

  @Override
  public void close() {
    runs.clear();
    sessions.end(this);
  }
}
