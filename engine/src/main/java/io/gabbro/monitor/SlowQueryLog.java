package io.gabbro.monitor;

import java.util.Locale;

/**
 * The log of slow statements, {@value #NAME}. The text of a statement is shortened; values of
 * parameters are not shown.
 */
final class SlowQueryLog {
  /** The name of the logger. */
  static final String NAME = "io.gabbro.slow";

  private static final double NANOS_PER_MILLI = 1e6;
  private static final System.Logger LOGGER = System.getLogger(NAME);

  private SlowQueryLog() {}

  /** Logs a statement that has ended. */
  static void log(StatementRun run, long nanos, long rows, Outcome outcome) {
    LOGGER.log(
        System.Logger.Level.WARNING,
        () ->
            String.format(
                Locale.ROOT,
                "session %d: %.3f ms, %d rows, %s: %s",
                run.sessionId(),
                nanos / NANOS_PER_MILLI,
                rows,
                outcome.name().toLowerCase(Locale.ROOT),
                SqlText.shorten(run.sql())));
  }
}
