package io.gabbro.storage.rocksdb;

import io.gabbro.monitor.Metric;
import io.gabbro.monitor.Tracer;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.rocksdb.HistogramType;
import org.rocksdb.Statistics;
import org.rocksdb.TickerType;

/**
 * What RocksDB counts of itself. It is asked, and never calls: a listener's callback from a
 * background thread lets a JVM hang that exits meanwhile. To be closed after the database.
 * Thread-safe.
 */
final class RocksStatistics implements AutoCloseable {
  private static final long PERCENT = 100;

  private final Tracer tracer;
  private final Statistics statistics =
      new Statistics(
          EnumSet.complementOf(
              EnumSet.of(HistogramType.FLUSH_TIME, HistogramType.COMPACTION_TIME)));
  private final LongAdder stalls = new LongAdder();
  private final LongAdder stallMicros = new LongAdder();
  private long tracedFlushes;
  private long tracedFlushedBytes;
  private long tracedCompactions;
  private long tracedReadBytes;
  private long tracedWrittenBytes;
  private long tracedStalls;
  private long tracedStallMicros;

  /** Figures of a database that is to be opened, of which {@code tracer} hears. */
  RocksStatistics(Tracer tracer) {
    this.tracer = tracer;
  }

  /** For the options of the database. */
  Statistics handle() {
    return statistics;
  }

  /** How many writes have waited because the store could not keep up. */
  long stalls() {
    return stalls.sum();
  }

  /** Counts a write that has waited because the store could not keep up. */
  void addStall(long nanos) {
    stalls.increment();
    stallMicros.add(TimeUnit.NANOSECONDS.toMicros(nanos));
  }

  /**
   * Passes to the tracer, if it records, what has happened since the last call. Does not fail: the
   * write before it has not failed either.
   */
  void trace() {
    try {
      if (tracer.recordsStore()) {
        traceChanges();
      }
    } catch (RuntimeException | Error e) {
      // The events are lost, the write is not.
    }
  }

  private synchronized void traceChanges() {
    long flushes = count(HistogramType.FLUSH_TIME);
    if (flushes > tracedFlushes) {
      long bytes = ticker(TickerType.FLUSH_WRITE_BYTES);
      tracer.flushed(flushes - tracedFlushes, bytes - tracedFlushedBytes);
      tracedFlushes = flushes;
      tracedFlushedBytes = bytes;
    }
    long compactions = count(HistogramType.COMPACTION_TIME);
    if (compactions > tracedCompactions) {
      long read = ticker(TickerType.COMPACT_READ_BYTES);
      long written = ticker(TickerType.COMPACT_WRITE_BYTES);
      tracer.compacted(
          compactions - tracedCompactions, read - tracedReadBytes, written - tracedWrittenBytes);
      tracedCompactions = compactions;
      tracedReadBytes = read;
      tracedWrittenBytes = written;
    }
    long waited = stalls();
    if (waited > tracedStalls) {
      long micros = stallMicros.sum();
      tracer.stalled(waited - tracedStalls, micros - tracedStallMicros);
      tracedStalls = waited;
      tracedStallMicros = micros;
    }
  }

  private long ticker(TickerType type) {
    return statistics.getTickerCount(type);
  }

  private long count(HistogramType type) {
    return statistics.getHistogramData(type).getCount();
  }

  /** The figures. The caller keeps the database open meanwhile. */
  List<Metric> metrics() {
    long hits = ticker(TickerType.BLOCK_CACHE_HIT);
    long misses = ticker(TickerType.BLOCK_CACHE_MISS);
    return List.of(
        Metric.count("block_cache_hits", hits, "blocks that were in the cache"),
        Metric.count("block_cache_misses", misses, "blocks that had to be read from files"),
        new Metric(
            "block_cache_hit_ratio",
            hits + misses == 0 ? PERCENT : PERCENT * hits / (hits + misses),
            Metric.PERCENT,
            "the share of blocks that were in the cache"),
        Metric.bytes(
            "written_bytes", ticker(TickerType.BYTES_WRITTEN), "keys and values of all writes"),
        Metric.count(
            "flushes", count(HistogramType.FLUSH_TIME), "memory tables that were written to files"),
        Metric.bytes(
            "flushed_bytes", ticker(TickerType.FLUSH_WRITE_BYTES), "bytes that flushes wrote"),
        Metric.count(
            "compactions", count(HistogramType.COMPACTION_TIME), "merges of files that have ended"),
        Metric.bytes(
            "compacted_bytes",
            ticker(TickerType.COMPACT_WRITE_BYTES),
            "bytes that compactions wrote"),
        Metric.count(
            "write_stalls", stalls(), "writes that waited because the store could not keep up"),
        new Metric(
            "write_stall_time",
            TimeUnit.MICROSECONDS.toMillis(stallMicros.sum()),
            Metric.MILLIS,
            "how long they waited"));
  }

  @Override
  public void close() {
    statistics.close();
  }
}
