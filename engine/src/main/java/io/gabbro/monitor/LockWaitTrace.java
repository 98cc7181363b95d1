package io.gabbro.monitor;

/** A wait for a lock that is recorded. */
public interface LockWaitTrace {
  /**
   * The wait ended.
   *
   * @param session who waited; zero when it was not a session
   * @param holder the session that it waited for last; zero when it was not a session
   */
  void end(long session, long holder, String table, boolean acquired);
}
