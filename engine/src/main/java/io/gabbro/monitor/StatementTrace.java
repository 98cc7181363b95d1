package io.gabbro.monitor;

/** A statement that is recorded. */
public interface StatementTrace {
  /**
   * The statement ended.
   *
   * @param nanos how long it worked; the time in which its result was open and nobody asked for
   *     rows is not in it
   */
  void end(long session, String sql, long rows, long nanos, Outcome outcome);
}
