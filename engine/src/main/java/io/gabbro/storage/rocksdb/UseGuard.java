package io.gabbro.storage.rocksdb;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Counts the uses of a native handle, so that whoever closes it waits for those that run and turns
 * away those that come later. Thread-safe.
 *
 * <p>Uses are counted in stripes, one cache line each, chosen by thread: threads do not slow one
 * another down. Whoever closes first sets a flag and then waits for each stripe to become zero;
 * whoever uses first counts itself and then looks at the flag. As both are volatile, one of the two
 * sees the other.
 */
final class UseGuard {
  private static final int STRIPES = 16;
  private static final int LONGS_PER_STRIPE = 16;
  private static final long WAIT_NANOS = 50_000;

  private final AtomicLongArray uses = new AtomicLongArray(STRIPES * LONGS_PER_STRIPE);
  private final String what;
  private volatile boolean closed;

  /** A guard of {@code what}, as error messages call it. */
  UseGuard(String what) {
    this.what = what;
  }

  /**
   * Begins a use, which the same thread is to end with {@link #exit}.
   *
   * @throws GabbroException {@code CLOSED} when it is closed
   */
  void enter() {
    if (!tryEnter()) {
      throw closed();
    }
  }

  /**
   * Looks whether it is closed, without a use.
   *
   * @throws GabbroException {@code CLOSED} when it is closed
   */
  void check() {
    if (closed) {
      throw closed();
    }
  }

  /** The error of a use that comes too late. */
  GabbroException closed() {
    return new GabbroException(ErrorCode.CLOSED, what);
  }

  /** Begins a use unless it is closed; says whether it began. */
  boolean tryEnter() {
    int stripe = stripe();
    uses.getAndIncrement(stripe);
    if (closed) {
      uses.getAndDecrement(stripe);
      return false;
    }
    return true;
  }

  /** Ends a use. */
  void exit() {
    uses.getAndDecrement(stripe());
  }

  /**
   * Turns away new uses, then waits for those that run, also in a thread that is interrupted, which
   * stays so. Not to be called from within a use.
   */
  void close() {
    closed = true;
    boolean interrupted = false;
    for (int stripe = 0; stripe < STRIPES; stripe++) {
      while (uses.get(stripe * LONGS_PER_STRIPE) != 0) {
        // A thread that is interrupted does not park.
        interrupted |= Thread.interrupted();
        LockSupport.parkNanos(this, WAIT_NANOS);
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static int stripe() {
    return ((int) Thread.currentThread().getId() & (STRIPES - 1)) * LONGS_PER_STRIPE;
  }
}
