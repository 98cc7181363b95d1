package io.gabbro.benchmarks.rocksdb;

import java.util.List;
import java.util.function.Consumer;
import org.rocksdb.BloomFilter;
import org.rocksdb.ChecksumType;
import org.rocksdb.CompressionType;
import org.rocksdb.DataBlockIndexType;
import org.rocksdb.HyperClockCache;
import org.rocksdb.IndexSearchType;
import org.rocksdb.IndexType;
import org.rocksdb.LRUCache;

/**
 * A named change to {@link TuningSetup}.
 *
 * @param name what the report prints
 * @param change applied before the database is created
 */
record TuningVariant(String name, Consumer<TuningSetup> change) {

  /** All variants, the unchanged setup first. */
  static List<TuningVariant> all() {
    return List.of(
        new TuningVariant("base", s -> {}),
        new TuningVariant("rocksdb defaults", TuningVariant::defaults),
        new TuningVariant("block 8K", s -> s.table.setBlockSize(8 << 10)),
        new TuningVariant("block 16K", s -> s.table.setBlockSize(16 << 10)),
        new TuningVariant("block 32K", s -> s.table.setBlockSize(32 << 10)),
        new TuningVariant("block 2K", s -> s.table.setBlockSize(2 << 10)),
        new TuningVariant("block 1K", s -> s.table.setBlockSize(1 << 10)),
        new TuningVariant("restart 1", s -> s.table.setBlockRestartInterval(1)),
        new TuningVariant("restart 4", s -> s.table.setBlockRestartInterval(4)),
        new TuningVariant("restart 8", s -> s.table.setBlockRestartInterval(8)),
        new TuningVariant("hash index", s -> hashIndex(s, 0.75)),
        new TuningVariant("hash index 0.5", s -> hashIndex(s, 0.5)),
        new TuningVariant("hash index, 16K", TuningVariant::hashIndexLargeBlocks),
        new TuningVariant("no filter", s -> s.table.setFilterPolicy(null)),
        new TuningVariant("bloom 16", s -> s.table.setFilterPolicy(new BloomFilter(16, false))),
        new TuningVariant("filters for hits", s -> s.columnFamily.setOptimizeFiltersForHits(true)),
        new TuningVariant("hyper clock", s -> hyperClock(s, 0)),
        new TuningVariant("hyper clock, est 4K", s -> hyperClock(s, 4 << 10)),
        new TuningVariant(
            "lru, 1 shard", s -> s.table.setBlockCache(new LRUCache(TuningSetup.CACHE_BYTES, 0))),
        new TuningVariant("format 5", s -> s.table.setFormatVersion(5)),
        new TuningVariant("format 7", s -> s.table.setFormatVersion(7)),
        new TuningVariant("separate key/value", s -> s.table.setSeparateKeyValueInDataBlock(true)),
        new TuningVariant(
            "index interpolation", s -> s.table.setIndexSearchType(IndexSearchType.kInterpolation)),
        new TuningVariant("index auto", TuningVariant::automaticIndexSearch),
        new TuningVariant("first key index", TuningVariant::firstKeyIndex),
        new TuningVariant("checksum none", s -> s.table.setChecksumType(ChecksumType.kNoChecksum)),
        new TuningVariant("checksum crc32c", s -> s.table.setChecksumType(ChecksumType.kCRC32c)),
        new TuningVariant("verify off", s -> s.read.setVerifyChecksums(false)),
        new TuningVariant("row cache", TuningVariant::rowCache),
        new TuningVariant("mmap", s -> s.database.setAllowMmapReads(true)),
        new TuningVariant("mmap, no block cache", TuningVariant::mapped),
        new TuningVariant("mmap, no checks", TuningVariant::mappedUnchecked),
        new TuningVariant(
            "lz4", s -> s.columnFamily.setCompressionType(CompressionType.LZ4_COMPRESSION)),
        new TuningVariant("index in cache", s -> s.table.setCacheIndexAndFilterBlocks(true)),
        new TuningVariant("no delta encoding", s -> s.table.setUseDeltaEncoding(false)),
        new TuningVariant("one large file", TuningVariant::largeFiles),
        new TuningVariant("readahead 1M", s -> s.read.setReadaheadSize(1 << 20)),
        new TuningVariant("async io", s -> s.read.setAsyncIo(true)),
        new TuningVariant("pin data", s -> s.read.setPinData(true)),
        new TuningVariant("not compacted", s -> s.compact = false),
        new TuningVariant("fill cache off", s -> s.read.setFillCache(false)));
  }

  private static void defaults(TuningSetup setup) {
    setup.table.setFilterPolicy(null).setBlockCache(new LRUCache(32 << 20));
    setup.columnFamily.setCompressionType(CompressionType.SNAPPY_COMPRESSION);
  }

  private static void hashIndex(TuningSetup setup, double load) {
    setup
        .table
        .setDataBlockIndexType(DataBlockIndexType.kDataBlockBinaryAndHash)
        .setDataBlockHashTableUtilRatio(load);
  }

  private static void hashIndexLargeBlocks(TuningSetup setup) {
    hashIndex(setup, 0.75);
    setup.table.setBlockSize(16 << 10);
  }

  private static void hyperClock(TuningSetup setup, long entryCharge) {
    setup.table.setBlockCache(new HyperClockCache(TuningSetup.CACHE_BYTES, entryCharge, -1, false));
  }

  private static void automaticIndexSearch(TuningSetup setup) {
    setup.table.setIndexSearchType(IndexSearchType.kAuto).setUniformCvThreshold(0.2);
  }

  private static void firstKeyIndex(TuningSetup setup) {
    setup.table.setIndexType(IndexType.kBinarySearchWithFirstKey);
  }

  private static void rowCache(TuningSetup setup) {
    setup.database.setRowCache(new LRUCache(TuningSetup.CACHE_BYTES));
  }

  private static void mapped(TuningSetup setup) {
    setup.database.setAllowMmapReads(true);
    setup.table.setNoBlockCache(true).setBlockCache(null);
  }

  private static void mappedUnchecked(TuningSetup setup) {
    mapped(setup);
    setup.read.setVerifyChecksums(false);
  }

  private static void largeFiles(TuningSetup setup) {
    setup.columnFamily.setTargetFileSizeBase(1L << 30);
  }
}
