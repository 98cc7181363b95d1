package io.gabbro.transaction;

import io.gabbro.monitor.CommitTrace;
import io.gabbro.monitor.Metric;
import io.gabbro.monitor.Tracers;
import io.gabbro.storage.Durability;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/** Counts and records how transactions end. Thread-safe. */
final class TransactionCounters {
  private final LongAdder commits = new LongAdder();
  private final LongAdder failedCommits = new LongAdder();
  private final LongAdder committedBytes = new LongAdder();
  private final LongAdder rollbacks = new LongAdder();

  /** Runs the commit of a write batch of so many bytes. */
  void measureCommit(long session, int bytes, Durability durability, Runnable commit) {
    CommitTrace trace = Tracers.active().beginCommit();
    boolean succeeded = false;
    try {
      commit.run();
      succeeded = true;
      commits.increment();
      committedBytes.add(bytes);
    } finally {
      if (!succeeded) {
        failedCommits.increment();
      }
      if (trace != null) {
        trace.end(session, bytes, durability.name().toLowerCase(Locale.ROOT), succeeded);
      }
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
