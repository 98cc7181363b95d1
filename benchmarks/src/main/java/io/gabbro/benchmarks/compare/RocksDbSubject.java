package io.gabbro.benchmarks.compare;

import io.gabbro.benchmarks.data.LineItem;
import io.gabbro.benchmarks.rocksdb.LineItemCodec;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.CompressionType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/** A RocksDB whose only keys are the rows of {@code lineitem}; ADR 010 has the tuned options. */
final class RocksDbSubject implements Subject {

  private static final long CACHE_BYTES = 512L << 20;
  private static final long BLOCK_BYTES = 16 << 10;
  private static final long MEMORY_TABLE_BYTES = 32 << 20;

  private final Options options;
  private final RocksDB database;
  private final WriteOptions write = new WriteOptions();

  RocksDbSubject(Path directory, boolean tuned) throws RocksDBException {
    options = new Options().setCreateIfMissing(true);
    if (tuned) {
      options
          .setCompressionType(CompressionType.LZ4_COMPRESSION)
          .setWriteBufferSize(MEMORY_TABLE_BYTES)
          .setTableFormatConfig(
              new BlockBasedTableConfig()
                  .setBlockSize(BLOCK_BYTES)
                  .setBlockCache(new LRUCache(CACHE_BYTES))
                  .setFilterPolicy(new BloomFilter(10, false)));
    }
    database = RocksDB.open(options, directory.resolve("database").toString());
  }

  @Override
  public Loader loader() {
    return new BatchWriter();
  }

  @Override
  public Optional<Operation> prepare(Workload workload, Samples samples) {
    return Optional.ofNullable(
        switch (workload) {
          case POINT_READ -> new RocksDbPoint(database, samples);
          case POINT_UPDATE -> new RocksDbPoint.Update(database, write, samples);
          case RANGE_SCAN -> RocksDbScan.range(database, samples);
          case COUNT -> RocksDbScan.count(database);
          case FILTER_SUM, FILTER_SUM_UPDATED -> RocksDbScan.filterSum(database);
          default -> null;
        });
  }

  @Override
  public void close() {
    database.close();
    options.close();
    write.close();
  }

  /** A write batch a chunk. */
  private final class BatchWriter implements Loader {

    private final byte[] key = new byte[LineItemCodec.KEY_SIZE];

    @Override
    public void append(List<LineItem> chunk) throws RocksDBException {
      try (WriteBatch batch = new WriteBatch()) {
        for (LineItem item : chunk) {
          LineItemCodec.writeKey(item.orderKey(), item.lineNumber(), key);
          batch.put(key, LineItemCodec.value(item));
        }
        database.write(write, batch);
      }
    }

    @Override
    public void close() {}
  }
}
