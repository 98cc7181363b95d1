package io.gabbro.benchmarks.rocksdb;

import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.LRUCache;
import org.rocksdb.ReadOptions;
import org.rocksdb.WriteOptions;

/**
 * Every option that a {@link TuningVariant} may turn, at the values that all variants start from: 4
 * KB blocks, a Bloom filter, no compression and a block cache that the data fits in.
 *
 * <p>Owns the native handles it creates; filters and caches that a variant sets live until the
 * process ends.
 */
final class TuningSetup implements AutoCloseable {

  static final long CACHE_BYTES = 1L << 30;

  final DBOptions database = new DBOptions().setCreateIfMissing(true).setMaxBackgroundJobs(2);
  final ColumnFamilyOptions columnFamily =
      new ColumnFamilyOptions().setCompressionType(CompressionType.NO_COMPRESSION);
  final BlockBasedTableConfig table =
      new BlockBasedTableConfig()
          .setBlockCache(new LRUCache(CACHE_BYTES))
          .setFilterPolicy(new BloomFilter(10, false));
  final ReadOptions read = new ReadOptions();
  final WriteOptions write = new WriteOptions();
  boolean compact = true;

  @Override
  public void close() {
    read.close();
    write.close();
    columnFamily.close();
    database.close();
  }
}
