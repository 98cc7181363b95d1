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

  private ExecutionClock(Cancellation cancellation) {
    this.cancellation = cancellation;
    stop();
  }

  /** Stops the clock of a statement that has just been executed; null where none runs. */
  static ExecutionClock stop(Cancellation cancellation) {
    return cancellation.remainingNanos() == NEVER ? null : new ExecutionClock(cancellation);
  }

  /** The next batch, with the clock running meanwhile. */
  RowBatch next(Result.Rows rows) {
    cancellation.startTimeout(Math.max(1, nanosLeft));
    try {
      return rows.next();
    } finally {
      stop();
    }
  }

  private void stop() {
    nanosLeft = cancellation.remainingNanos();
    cancellation.startTimeout(0);
  }
}
