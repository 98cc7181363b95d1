package io.gabbro.storage.rocksdb;

import io.gabbro.config.DatabaseOptions;
import io.gabbro.config.Option;
import io.gabbro.monitor.Tracers;
import java.util.List;
import java.util.Properties;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.ReadOptions;

/**
 * The settings of one open database as native objects, of which it is the owner. To be closed after
 * the database.
 */
final class RocksSettings implements AutoCloseable {
  private static final int BLOOM_BITS_PER_KEY = 10;
  private static final int BLOCK_BYTES = 16 << 10;
  private static final int LOG_PER_WRITE_BUFFER = 2;

  private final Cache blockCache;
  private final BloomFilter bloomFilter = new BloomFilter(BLOOM_BITS_PER_KEY);
  private final DBOptions database;
  private final RocksStatistics statistics = new RocksStatistics(Tracers.active());
  private final ColumnFamilyOptions family = new ColumnFamilyOptions();
  private final ReadOptions read = new ReadOptions();
  private final boolean keepsLog;
  private final WriteModes writeModes = new WriteModes();

  /**
   * Settings.
   *
   * @param foreign what the directory has been written with
   * @param tracksLogs whether the list of files has the sizes of synced logs, and the logs are held
   *     against it
   */
  RocksSettings(DatabaseOptions options, ForeignSettings foreign, boolean tracksLogs) {
    database = databaseOptions(tracksLogs);
    blockCache = new LRUCache(options.bytes(Option.BLOCK_CACHE));
    BlockBasedTableConfig table = new BlockBasedTableConfig();
    long writeBuffer = options.bytes(Option.WRITE_BUFFER);
    keepsLog = options.text(Option.DURABILITY).equals("none");
    database
        .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
        .setKeepLogFileNum(4)
        .setStatsDumpPeriodSec(0)
        .setStatistics(statistics.handle())
        .setMaxOpenFiles(-1)
        .setManualWalFlush(keepsLog)
        .setMaxTotalWalSize(LOG_PER_WRITE_BUFFER * writeBuffer);
    family
        .setWriteBufferSize(writeBuffer)
        .setMaxWriteBufferNumber(4)
        .setCompressionPerLevel(
            List.of(
                CompressionType.NO_COMPRESSION,
                CompressionType.NO_COMPRESSION,
                CompressionType.LZ4_COMPRESSION))
        .setTableFormatConfig(
            table
                .setFormatVersion(foreign.formatVersion(table.formatVersion()))
                .setBlockCache(blockCache)
                .setBlockSize(BLOCK_BYTES)
                .setFilterPolicy(bloomFilter));
  }

  /** The binding has no setter for this option. */
  private static DBOptions databaseOptions(boolean tracksLogs) {
    Properties properties = new Properties();
    properties.setProperty("track_and_verify_wals_in_manifest", Boolean.toString(tracksLogs));
    return DBOptions.getDBOptionsFromProps(properties);
  }

  DBOptions database() {
    return database;
  }

  RocksStatistics statistics() {
    return statistics;
  }

  ColumnFamilyOptions family() {
    return family;
  }

  /** For reads of the latest state. */
  ReadOptions read() {
    return read;
  }

  /** Whether RocksDB keeps its log in a buffer until it is told to hand it on. */
  boolean keepsLog() {
    return keepsLog;
  }

  /** The ways to write. */
  WriteModes writeModes() {
    return writeModes;
  }

  @Override
  public void close() {
    writeModes.close();
    read.close();
    family.close();
    database.close();
    statistics.close();
    bloomFilter.close();
    blockCache.close();
  }
}
