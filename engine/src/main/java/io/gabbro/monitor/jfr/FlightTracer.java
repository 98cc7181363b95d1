package io.gabbro.monitor.jfr;

import io.gabbro.monitor.CommitTrace;
import io.gabbro.monitor.LockWaitTrace;
import io.gabbro.monitor.StatementTrace;
import io.gabbro.monitor.Tracer;

/** Events go to JDK Flight Recorder. An event class that nobody records costs a field read. */
public final class FlightTracer implements Tracer {
  private static final StatementEvent STATEMENTS = new StatementEvent();
  private static final CommitEvent COMMITS = new CommitEvent();
  private static final LockWaitEvent LOCK_WAITS = new LockWaitEvent();
  private static final FlushEvent FLUSHES = new FlushEvent();
  private static final CompactionEvent COMPACTIONS = new CompactionEvent();
  private static final WriteStallEvent STALLS = new WriteStallEvent();

  @Override
  public boolean recordsStatements() {
    return STATEMENTS.isEnabled();
  }

  @Override
  public StatementTrace beginStatement() {
    if (!STATEMENTS.isEnabled()) {
      return null;
    }
    StatementEvent event = new StatementEvent();
    event.begin();
    return event;
  }

  @Override
  public CommitTrace beginCommit() {
    if (!COMMITS.isEnabled()) {
      return null;
    }
    CommitEvent event = new CommitEvent();
    event.begin();
    return event;
  }

  @Override
  public LockWaitTrace beginLockWait() {
    if (!LOCK_WAITS.isEnabled()) {
      return null;
    }
    LockWaitEvent event = new LockWaitEvent();
    event.begin();
    return event;
  }

  @Override
  public boolean recordsStore() {
    return FLUSHES.isEnabled() || COMPACTIONS.isEnabled() || STALLS.isEnabled();
  }

  @Override
  public void flushed(long flushes, long bytes) {
    FlushEvent event = new FlushEvent();
    event.flushes = flushes;
    event.bytes = bytes;
    event.commit();
  }

  @Override
  public void compacted(long compactions, long readBytes, long writtenBytes) {
    CompactionEvent event = new CompactionEvent();
    event.compactions = compactions;
    event.readBytes = readBytes;
    event.writtenBytes = writtenBytes;
    event.commit();
  }

  @Override
  public void stalled(long writes, long micros) {
    WriteStallEvent event = new WriteStallEvent();
    event.writes = writes;
    event.waited = micros;
    event.commit();
  }
}
