package io.gabbro.monitor;

/** A tracer that records nothing: the runtime has no Flight Recorder. */
final class NoTracer implements Tracer {
  @Override
  public boolean recordsStatements() {
    return false;
  }

  @Override
  public StatementTrace beginStatement() {
    return null;
  }

  @Override
  public CommitTrace beginCommit() {
    return null;
  }

  @Override
  public LockWaitTrace beginLockWait() {
    return null;
  }

  @Override
  public boolean recordsStore() {
    return false;
  }

  @Override
  public void flushed(long flushes, long bytes) {}

  @Override
  public void compacted(long compactions, long readBytes, long writtenBytes) {}

  @Override
  public void stalled(long writes, long micros) {}
}
