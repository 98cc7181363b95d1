package io.gabbro.transaction;

import io.gabbro.monitor.CommitTrace;
import io.gabbro.monitor.Metric;
import io.gabbro.monitor.Tracer;
import io.gabbro.storage.Durability;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/** Counts and records how transactions end. Thread-safe. */
final class TransactionCounters {
  private final Tracer tracer;
  private final LongAdder commits = new LongAdder();
  private final LongAdder failedCommits = new LongAdder();
  private final LongAdder committedBytes = new LongAdder();
  private final LongAdder rollbacks = new LongAdder();

  /** Counts for {@code tracer} to record too. */
  TransactionCounters(Tracer tracer) {
    this.tracer = tracer;
  }

  /**
   * Runs the commit of a write batch of so many bytes, which fails if {@code commit} does and not
   * because it cannot be counted.
   */
  void measureCommit(long session, int bytes, Durability durability, Runnable commit) {
    CommitTrace trace = tracer.beginCommit();
    boolean succeeded = false;
    try {
      commit.run();
      succeeded = true;
    } finally {
      boolean written = succeeded;
      withoutFailure(
          () -> {
            count(written, bytes);
            if (trace != null) {
              trace.end(session, bytes, durability.name().toLowerCase(Locale.ROOT), written);
            }
          });
    }
  }

  private void count(boolean succeeded, int bytes) {
    if (succeeded) {
      commits.increment();
      committedBytes.add(bytes);
    } else {
      failedCommits.increment();
    }
  }

  private static void withoutFailure(Runnable recording) {
    try {
      recording.run();
    } catch (RuntimeException | Error e) {
      // The record is lost, the commit is what it was.
    }
  }

  /** Counts a transaction that was rolled back. */
  void rollBack() {
    rollbacks.increment();
  }

  /** The figures. */
  List<Metric> metrics() {
    return List.of(
        Metric.count("commits", commits.sum(), "commits that wrote something"),
        Metric.count("commits_failed", failedCommits.sum(), "commits that failed"),
        Metric.bytes("committed_bytes", committedBytes.sum(), "bytes of committed write batches"),
        Metric.count("rollbacks", rollbacks.sum(), "transactions that were rolled back"));
  }
}
