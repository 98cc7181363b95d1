package io.gabbro.monitor;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The open sessions of a database; one that is lost without being closed is forgotten. */
public final class Sessions {
  private final AtomicLong lastId = new AtomicLong();
  private final StatementCounters statementCounters = new StatementCounters();
  private final Set<SessionActivity> open =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  /** A session that starts now; it is to be closed with its session. */
  public SessionActivity start() {
    SessionActivity activity = new SessionActivity(this, lastId.incrementAndGet());
    open.add(activity);
    return activity;
  }

  void end(SessionActivity activity) {
    open.remove(activity);
  }

  /** What statements have done. */
  public StatementCounters counters() {
    return statementCounters;
  }

  /** The statements that run now, by session. */
  public List<StatementRun> running() {
    List<SessionActivity> sessions;
    synchronized (open) {
      sessions = List.copyOf(open);
    }
    return sessions.stream()
        .flatMap(session -> session.running().stream())
        .sorted(StatementRun.BY_AGE)
        .toList();
  }

  /** The number of open sessions. */
  public int count() {
    return open.size();
  }
}
