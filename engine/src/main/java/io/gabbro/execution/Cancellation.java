package io.gabbro.execution;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;

/**
 * Whether a statement shall stop: because somebody cancelled it, because its time is up, or because
 * the thread that works for it was interrupted, whose interrupt status stays set. Thread-safe.
 * Operators look at it at every batch.
 */
public final class Cancellation {
  private static final long NEVER = Long.MAX_VALUE;

  private volatile boolean cancelled;
  private volatile long deadlineNanos = NEVER;

  /** Starts the clock: the statement may run that long; zero means without end. */
  public void startTimeout(long timeoutNanos) {
    deadlineNanos = timeoutNanos <= 0 ? NEVER : System.nanoTime() + timeoutNanos;
  }

  /** Asks the statement to stop; may be called from any thread and at any time. */
  public void cancel() {
    cancelled = true;
  }

  /**
   * Returns if the statement may go on.
   *
   * @throws GabbroException {@code QUERY_CANCELED}
   */
  public void check() {
    if (cancelled) {
      throw new GabbroException(ErrorCode.QUERY_CANCELED, "user request");
    }
    if (deadlineNanos != NEVER && System.nanoTime() - deadlineNanos >= 0) {
      throw new GabbroException(ErrorCode.QUERY_CANCELED, "statement timeout");
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new GabbroException(ErrorCode.QUERY_CANCELED, "thread interrupt");
    }
  }

  /** The nanoseconds that are left; {@code Long.MAX_VALUE} without a time-out. */
  public long remainingNanos() {
    return deadlineNanos == NEVER ? NEVER : Math.max(0, deadlineNanos - System.nanoTime());
  }
}
