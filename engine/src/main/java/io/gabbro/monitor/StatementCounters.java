package io.gabbro.monitor;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** What the statements of a database have done since it was opened. Thread-safe. */
public final class StatementCounters {
  private final LongAdder executed = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final LongAdder cancelled = new LongAdder();
  private final LongAdder slow = new LongAdder();
  private final LongAdder rowsReturned = new LongAdder();
  private final LongAdder rowsWritten = new LongAdder();
  private final LongAdder serializationFailures = new LongAdder();
  private final LongAdder badRows = new LongAdder();

  /** Counts a statement that ended well. */
  void succeed(long returned, long written) {
    executed.increment();
    rowsReturned.add(returned);
    rowsWritten.add(written);
  }

  /** Counts a statement that ended with an exception. */
  void fail(Throwable failure) {
    executed.increment();
    (Outcome.of(failure) == Outcome.CANCELLED ? cancelled : failed).increment();
    if (failure instanceof GabbroException error
        && error.code() == ErrorCode.SERIALIZATION_FAILURE) {
      serializationFailures.increment();
    }
  }

  /** Counts a statement that was slow. */
  void noteSlow() {
    slow.increment();
  }

  /** Counts rows that scans have left out because they did not decode. */
  public void skipBadRows(long rows) {
    badRows.add(rows);
  }

  /** The figures. */
  public List<Metric> metrics() {
    return List.of(
        Metric.count(
            "statements_executed", executed.sum(), "statements that ended, however they did"),
        Metric.count("statements_failed", failed.sum(), "statements that failed"),
        Metric.count(
            "statements_cancelled",
            cancelled.sum(),
            "statements that were cancelled or ran out of time"),
        Metric.count(
            "statements_slow", slow.sum(), "statements that took longer than slow_query_log"),
        Metric.count("rows_returned", rowsReturned.sum(), "rows of results that have ended"),
        Metric.count(
            "rows_written", rowsWritten.sum(), "rows that statements inserted, updated or deleted"),
        Metric.count(
            "serialization_failures",
            serializationFailures.sum(),
            "statements that failed with SQLSTATE 40001"),
        Metric.count(
            "bad_rows_skipped", badRows.sum(), "rows that scans left out: they did not decode"));
  }
}
