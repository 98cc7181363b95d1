package io.gabbro.monitor;

/** Where events of the engine go. Thread-safe. Beginning one costs nothing when nobody records. */
public interface Tracer {
  /** Whether statements are recorded now. */
  boolean recordsStatements();

  /** A statement that begins now; null when nobody records. */
  StatementTrace beginStatement();

  /** A commit that begins now; null when nobody records. */
  CommitTrace beginCommit();

  /** A wait for a lock that begins now; null when nobody records. */
  LockWaitTrace beginLockWait();

  /** Whether flushes, compactions and write stalls are recorded now. */
  boolean recordsStore();

  /**
   * Memory tables were written to files.
   *
   * @param bytes what was written
   */
  void flushed(long flushes, long bytes);

  /**
   * Files were merged.
   *
   * @param readBytes what was read
   * @param writtenBytes what was written
   */
  void compacted(long compactions, long readBytes, long writtenBytes);

  /**
   * Writes had to wait because the store could not keep up.
   *
   * @param writes how many
   * @param micros how long, together
   */
  void stalled(long writes, long micros);
}
