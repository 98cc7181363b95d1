package io.gabbro.transaction;

import java.util.function.Supplier;

/**
 * Keeps rows and catalog together: a change of both happens while no statement starts and no other
 * transaction commits. Thread-safe. Nothing waits for row locks inside, and nothing that is inside
 * enters again.
 *
 * <p>Who waits to enter runs a check now and then, which may throw to end the wait.
 */
public final class SchemaGate {
  private final CheckedLock lock = new CheckedLock();

  /** Runs a commit: alone when it changes the catalog, beside others when it does not. */
  void runCommit(boolean changesCatalog, Runnable waitCheck, Runnable commit) {
    long stamp = changesCatalog ? lock.lockExclusive(waitCheck) : lock.lockShared(waitCheck);
    try {
      commit.run();
    } finally {
      lock.unlock(stamp);
    }
  }

  /** Runs a change of the catalog, or of rows and catalog, while nobody else is inside. */
  public <R> R runAlone(Runnable waitCheck, Supplier<R> change) {
    long stamp = lock.lockExclusive(waitCheck);
    try {
      return change.get();
    } finally {
      lock.unlock(stamp);
    }
  }

  /** Runs the start of a statement: the choice of its plan and of its snapshot. */
  public <R> R runStart(Runnable waitCheck, Supplier<R> start) {
    long stamp = lock.lockShared(waitCheck);
    try {
      return start.get();
    } finally {
      lock.unlock(stamp);
    }
  }

  /** Starts a read that takes no lock; see {@link #isValid}. */
  public long startRead() {
    return lock.tryOptimisticRead();
  }

  /** Whether the catalog has not changed since {@link #startRead} gave {@code stamp}. */
  public boolean isValid(long stamp) {
    return lock.isValid(stamp);
  }
}
