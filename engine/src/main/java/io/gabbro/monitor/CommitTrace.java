package io.gabbro.monitor;

/** A commit that is recorded. */
public interface CommitTrace {
  /**
   * The commit ended, well or not.
   *
   * @param bytes the size of its write batch
   * @param durability what it waited for
   */
  void end(long session, int bytes, String durability, boolean succeeded);
}
