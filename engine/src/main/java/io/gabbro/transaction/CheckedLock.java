package io.gabbro.transaction;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.StampedLock;

/**
 * A lock for many or for one, whose waits can be ended: by a check that is run now and then and
 * throws, or by an interrupt. Not reentrant. Thread-safe.
 */
final class CheckedLock {
  private static final long CHECK_MILLIS = 20;

  private final StampedLock lock = new StampedLock();
  private final AtomicInteger exclusiveWaits = new AtomicInteger();

  /**
   * Locks it for many, behind those who wait to lock it for one; for a while only, as they may wait
   * for long.
   *
   * @return the stamp to unlock it with
   */
  long lockShared(Runnable waitCheck) {
    long stamp = exclusiveWaits.get() == 0 ? lock.tryReadLock() : 0;
    return stamp != 0 ? stamp : await(lock::tryReadLock, waitCheck);
  }

  /**
   * Locks it for one.
   *
   * @return the stamp to unlock it with
   */
  long lockExclusive(Runnable waitCheck) {
    long stamp = lock.tryWriteLock();
    if (stamp != 0) {
      return stamp;
    }
    exclusiveWaits.incrementAndGet();
    try {
      return await(lock::tryWriteLock, waitCheck);
    } finally {
      exclusiveWaits.decrementAndGet();
    }
  }

  private static long await(TimedTry attempt, Runnable waitCheck) {
    try {
      long stamp = 0;
      while (stamp == 0) {
        waitCheck.run();
        stamp = attempt.lock(CHECK_MILLIS, TimeUnit.MILLISECONDS);
      }
      return stamp;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw GabbroException.causedBy(e, ErrorCode.QUERY_CANCELED, "thread interrupt");
    }
  }

  void unlock(long stamp) {
    lock.unlock(stamp);
  }

  /** A stamp for {@link #isValid}, without locking. */
  long tryOptimisticRead() {
    return lock.tryOptimisticRead();
  }

  /** Whether nobody has locked it for one since the stamp was given. */
  boolean isValid(long stamp) {
    return lock.validate(stamp);
  }

  private interface TimedTry {
    long lock(long time, TimeUnit unit) throws InterruptedException;
  }
}
