package io.gabbro.monitor;

import java.time.Instant;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One execution of a statement: from its start until its result is closed. The time in which its
 * result is open and nobody asks for rows does not count as its work. Written by the thread of its
 * session, readable by others at any time.
 */
public final class StatementRun {
  /** The statement that started first comes first. */
  public static final Comparator<StatementRun> BY_AGE =
      Comparator.comparing(StatementRun::started).thenComparing(StatementRun::sessionId);

  private static final long IDLE = Long.MIN_VALUE;

  private final SessionActivity session;
  private final String text;
  private final Instant start = Instant.now();
  private final StatementTrace trace;
  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile long workSince = System.nanoTime();
  private volatile long workedNanos;
  private volatile long rowCount;

  StatementRun(SessionActivity session, String text) {
    this.session = session;
    this.text = text;
    trace = Tracers.active().beginStatement();
  }

  /** The number of its session. */
  public long sessionId() {
    return session.id();
  }

  /** Its text. */
  public String sql() {
    return text;
  }

  /** When it started. */
  public Instant started() {
    return start;
  }

  /** The rows that it has returned so far. */
  public long rows() {
    return rowCount;
  }

  /** Whether it works now; a statement whose result is open otherwise waits for its reader. */
  public boolean isWorking() {
    return workSince != IDLE;
  }

  /** How long it has worked so far, in nanoseconds. */
  public long nanos() {
    long since = workSince;
    return workedNanos + (since == IDLE ? 0 : System.nanoTime() - since);
  }

  /** Its result is open, and nobody asks for rows. */
  public void pause() {
    workedNanos = nanos();
    workSince = IDLE;
  }

  /** It works for more rows of its result. */
  public void resume() {
    workSince = System.nanoTime();
  }

  /** Counts rows that it returns. */
  public void addRows(int rows) {
    long all = rowCount + rows;
    rowCount = all;
  }

  /** It ended well. */
  public void succeed(long written) {
    if (ended.compareAndSet(false, true)) {
      session.counters().succeed(rowCount, written);
      end(Outcome.SUCCEEDED, rowCount + written);
    }
  }

  /** It ended with an exception. */
  public void fail(Throwable failure) {
    if (ended.compareAndSet(false, true)) {
      session.counters().fail(failure);
      end(Outcome.of(failure), rowCount);
    }
  }

  private void end(Outcome outcome, long rows) {
    session.end(this);
    long nanos = nanos();
    if (session.slowNanos() > 0 && nanos >= session.slowNanos()) {
      session.counters().noteSlow();
      SlowQueryLog.log(this, nanos, rows, outcome);
    }
    if (trace != null) {
      trace.end(session.id(), text, rows, nanos, outcome);
    }
  }
}
