package io.gabbro.transaction;

import java.util.concurrent.locks.StampedLock;
import java.util.function.Supplier;

/**
 * Keeps rows and catalog together: a commit that changes the catalog writes and publishes while no
 * statement starts and no other transaction commits. Thread-safe. Nothing waits for row locks
 * inside.
 */
public final class SchemaGate {
  private final StampedLock lock = new StampedLock();

  /** Runs a commit: alone when it changes the catalog, beside others when it does not. */
  void runCommit(boolean changesCatalog, Runnable commit) {
    long stamp = changesCatalog ? lock.writeLock() : lock.readLock();
    try {
      commit.run();
    } finally {
      lock.unlock(stamp);
    }
  }

  /** Runs the start of a statement: the choice of its plan and of its snapshot. */
  public <R> R runStart(Supplier<R> start) {
    long stamp = lock.readLock();
    try {
      return start.get();
    } finally {
      lock.unlockRead(stamp);
    }
  }

  /** Starts a read that takes no lock; see {@link #isValid}. */
  public long startRead() {
    return lock.tryOptimisticRead();
  }

  /** Whether the catalog has not changed since {@link #startRead} gave {@code stamp}. */
  public boolean isValid(long stamp) {
    return lock.validate(stamp);
  }
}
