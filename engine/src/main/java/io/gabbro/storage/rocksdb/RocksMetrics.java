package io.gabbro.storage.rocksdb;

import io.gabbro.monitor.Metric;
import java.util.ArrayList;
import java.util.List;
import org.rocksdb.LogFile;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/** Reads the figures of an open RocksDB. The caller keeps it open meanwhile. */
final class RocksMetrics {
  private final RocksDB rocks;
  private final List<Metric> figures = new ArrayList<>();

  private RocksMetrics(RocksDB rocks) {
    this.rocks = rocks;
  }

  /** The figures at this moment. */
  static List<Metric> read(RocksDB rocks, boolean isWriter) throws RocksDBException {
    RocksMetrics metrics = new RocksMetrics(rocks);
    metrics.readCache();
    metrics.readMemory();
    metrics.readFiles(isWriter);
    return metrics.figures;
  }

  private void readCache() throws RocksDBException {
    bytes("block_cache_bytes", ofStore("block-cache-usage"), "blocks in the cache");
    bytes(
        "block_cache_pinned_bytes",
        ofStore("block-cache-pinned-usage"),
        "blocks in the cache that are in use");
    bytes("block_cache_capacity", ofStore("block-cache-capacity"), "the size of the cache");
  }

  private void readMemory() throws RocksDBException {
    bytes("memtable_bytes", ofAll("cur-size-all-mem-tables"), "writes that are not in a file yet");
    bytes(
        "table_reader_bytes",
        ofAll("estimate-table-readers-mem"),
        "indexes and filters of files, outside of the cache");
  }

  private void readFiles(boolean isWriter) throws RocksDBException {
    bytes("file_bytes", ofAll("live-sst-files-size"), "files with rows");
    bytes("wal_bytes", isWriter ? walBytes() : 0, "the write-ahead log");
    bytes(
        "pending_compaction_bytes",
        ofAll("estimate-pending-compaction-bytes"),
        "what compactions have to rewrite");
    count("running_flushes", ofStore("num-running-flushes"), "flushes that run now");
    count("running_compactions", ofStore("num-running-compactions"), "compactions that run now");
    count("write_stopped", ofStore("is-write-stopped"), "1 while the store takes no writes");
    bytes(
        "delayed_write_rate",
        ofStore("actual-delayed-write-rate"),
        "what it takes in a second while it slows writes down; else 0");
    count("background_errors", ofStore("background-errors"), "flushes and compactions that failed");
  }

  private long walBytes() throws RocksDBException {
    return rocks.getSortedWalFiles().stream().mapToLong(LogFile::sizeFileBytes).sum();
  }

  private long ofStore(String property) throws RocksDBException {
    return rocks.getLongProperty("rocksdb." + property);
  }

  private long ofAll(String property) throws RocksDBException {
    return rocks.getAggregatedLongProperty("rocksdb." + property);
  }

  private void bytes(String name, long value, String description) {
    figures.add(Metric.bytes(name, value, description));
  }

  private void count(String name, long value, String description) {
    figures.add(Metric.count(name, value, description));
  }
}
