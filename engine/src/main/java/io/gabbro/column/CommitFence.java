package io.gabbro.column;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets somebody wait until all commits that are running have ended, without holding up new ones.
 * Thread-safe.
 */
final class CommitFence {
  private static final long PAUSE_NANOS = 50_000;

  private final AtomicInteger[] running = {new AtomicInteger(), new AtomicInteger()};
  private volatile int epoch;

  /**
   * Begins a commit.
   *
   * @return what {@link #exit} wants to know
   */
  int enter() {
    while (true) {
      int entered = epoch;
      running[entered & 1].incrementAndGet();
      if (epoch == entered) {
        return entered;
      }
      running[entered & 1].decrementAndGet();
    }
  }

  /** Ends a commit. */
  void exit(int entered) {
    running[entered & 1].decrementAndGet();
  }

  /**
   * Waits until all commits that have begun before have ended: those that begin from now on see
   * what the caller has published.
   *
   * @param check is run now and then, and may throw to end the wait
   */
  synchronized void await(Runnable check) {
    int ending = epoch;
    epoch = ending + 1;
    while (running[ending & 1].get() != 0) {
      check.run();
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }
}
