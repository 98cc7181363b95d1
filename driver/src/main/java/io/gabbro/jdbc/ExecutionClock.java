package io.gabbro.jdbc;

import io.gabbro.execution.Cancellation;
import io.gabbro.session.Result;
import io.gabbro.vector.RowBatch;

/**
 * Stops the time-out of a statement while the application looks at its rows: only the time in which
 * the engine works for it counts.
 */
final class ExecutionClock {
  private static final long NEVER = Long.MAX_VALUE;

  private final Cancellation cancellation;
  private long nanosLeft;

  /** Stops the clock of a statement that has just been executed. */
  ExecutionClock(Cancellation cancellation) {
    this.cancellation = cancellation;
    stop();
  }

  /** What stops the statement. */
  Cancellation cancellation() {
    return cancellation;
  }

  /** The next batch, with the clock running meanwhile. */
  RowBatch next(Result.Rows rows) {
    if (nanosLeft == NEVER) {
      return rows.next();
    }
    cancellation.startTimeout(Math.max(1, nanosLeft));
    try {
      return rows.next();
    } finally {
      stop();
    }
  }

  private void stop() {
    nanosLeft = cancellation.remainingNanos();
    if (nanosLeft != NEVER) {
      cancellation.startTimeout(0);
    }
  }
}
