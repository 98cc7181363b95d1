package io.gabbro.execution.profile;

import io.gabbro.execution.scan.ScanStatistics;
import java.util.concurrent.atomic.LongAdder;

/** What the operators of one node of a plan have done. Thread-safe. */
public final class NodeProfile {
  private final LongAdder rows = new LongAdder();
  private final LongAdder batches = new LongAdder();
  private final LongAdder nanos = new LongAdder();
  private final LongAdder spilledBytes = new LongAdder();
  private final ScanStatistics scan = new ScanStatistics();

  void addBatch(int batchRows) {
    rows.add(batchRows);
    batches.increment();
  }

  void addNanos(long spent) {
    nanos.add(spent);
  }

  void addSpilledBytes(long bytes) {
    spilledBytes.add(bytes);
  }

  /** The rows that it has yielded. */
  public long rows() {
    return rows.sum();
  }

  /** The batches that it has yielded. */
  public long batches() {
    return batches.sum();
  }

  /** The time spent in it and in what is below it, over all threads. */
  public long nanos() {
    return nanos.sum();
  }

  /** The bytes that it has written to files. */
  public long spilledBytes() {
    return spilledBytes.sum();
  }

  /** What a scan has done; all zeros for other nodes. */
  public ScanStatistics scan() {
    return scan;
  }
}
