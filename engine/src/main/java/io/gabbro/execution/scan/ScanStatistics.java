package io.gabbro.execution.scan;

import java.util.concurrent.atomic.LongAdder;

/** What a scan has done, for EXPLAIN ANALYZE. Thread-safe: the workers of a scan share it. */
public final class ScanStatistics {
  private final LongAdder keyRanges = new LongAdder();
  private final LongAdder parts = new LongAdder();
  private final LongAdder rowsRead = new LongAdder();
  private final LongAdder rowsFromSegments = new LongAdder();
  private final LongAdder segmentsSkipped = new LongAdder();
  private final LongAdder rowsSkipped = new LongAdder();

  /** Counts the keys that a scan looks at. */
  public void addKeys(ScanKeys keys) {
    keyRanges.add(keys.ranges().size() + keys.points().size());
  }

  /** Counts the keys that a scan looks at in so many parts. */
  public void addParts(ScanKeys keys, int count) {
    addKeys(keys);
    parts.add(count);
  }

  void addRowsRead(int count) {
    rowsRead.add(count);
  }

  void addGroup(int rows, boolean isRead) {
    if (isRead) {
      rowsFromSegments.add(rows);
    } else {
      segmentsSkipped.increment();
    }
  }

  void addRowsSkipped(int count) {
    rowsSkipped.add(count);
  }

  /** The number of key ranges and single keys that were looked at. */
  public long keyRanges() {
    return keyRanges.sum();
  }

  /** The number of parts that threads have taken in turn; 0 for a scan of one thread. */
  public long parts() {
    return parts.sum();
  }

  /** The number of rows that were read from the store. */
  public long rowsRead() {
    return rowsRead.sum();
  }

  /** The number of rows that were read from column segments. */
  public long rowsFromSegments() {
    return rowsFromSegments.sum();
  }

  /** The number of groups of which no row can match, as the bounds of their segments tell. */
  public long segmentsSkipped() {
    return segmentsSkipped.sum();
  }

  /** The number of rows that did not decode and were left out. */
  public long rowsSkipped() {
    return rowsSkipped.sum();
  }
}
