package io.gabbro.benchmarks.micro;

import io.gabbro.benchmarks.Directories;
import io.gabbro.config.DatabaseOptions;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Database;
import io.gabbro.storage.Direction;
import io.gabbro.storage.Durability;
import io.gabbro.storage.KeyRange;
import io.gabbro.storage.RowBlock;
import io.gabbro.storage.RowCursor;
import io.gabbro.storage.ValueBuffer;
import io.gabbro.storage.WriteBatch;
import io.gabbro.storage.rocksdb.RocksDatabase;
import io.gabbro.vector.RowBatch;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/**
 * The store beside a RocksDB with nothing around it: 200,000 rows of 12-byte keys and 130-byte
 * values, compacted and cached. What the two differ by is what the store adds.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class StoreBenchmark {

  private static final int ROWS = 200_000;
  private static final int KEY_SIZE = 12;
  private static final int VALUE_SIZE = 130;

  private final Random random = new Random(1);
  private final byte[] key = new byte[KEY_SIZE];
  private final byte[] value = new byte[VALUE_SIZE];
  private final ValueBuffer buffer = new ValueBuffer();
  private final RowBlock block = new RowBlock(RowBatch.CAPACITY, true, true);
  private Path directory;
  private Database store;
  private ColumnFamily family;
  private Options options;
  private RocksDB bare;

  /** Loads both databases. */
  @Setup(Level.Trial)
  public void setUp() throws IOException, RocksDBException {
    directory = Files.createTempDirectory("store-benchmark");
    store = RocksDatabase.open(directory.resolve("store"), DatabaseOptions.defaults());
    family = store.createColumnFamily("rows");
    options =
        new Options()
            .setCreateIfMissing(true)
            .setTableFormatConfig(
                new BlockBasedTableConfig()
                    .setBlockSize(8 << 10)
                    .setBlockCache(new LRUCache(512L << 20))
                    .setFilterPolicy(new BloomFilter(10)));
    bare = RocksDB.open(options, directory.resolve("bare").toString());
    WriteBatch batch = new WriteBatch();
    for (int row = 0; row < ROWS; row++) {
      setKey(row);
      random.nextBytes(value);
      batch.put(family, key, value);
      bare.put(key, value);
    }
    store.write(batch, Durability.OS);
    store.flush();
    store.compact(family, KeyRange.all());
    bare.compactRange();
  }

  private void setKey(int row) {
    ByteBuffer.wrap(key).putLong(row / 4).putInt(row % 4);
  }

  /** Gets a random row through the store. */
  @Benchmark
  public boolean getFromStore() {
    setKey(random.nextInt(ROWS));
    return store.get(family, null, key, KEY_SIZE, buffer);
  }

  /** Gets a random row from RocksDB. */
  @Benchmark
  public int getFromRocksDb() throws RocksDBException {
    setKey(random.nextInt(ROWS));
    return bare.get(key, value);
  }

  /** Nanoseconds a row of a scan through the store, key and value copied. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public int scanStore() {
    int rows = 0;
    try (RowCursor cursor = store.cursor(family, null, KeyRange.all(), Direction.FORWARD)) {
      for (int count = cursor.fill(block, RowBatch.CAPACITY);
          count > 0;
          count = cursor.fill(block, RowBatch.CAPACITY)) {
        rows += count;
      }
    }
    return rows;
  }

  /** Nanoseconds a row of a scan of RocksDB, key and value copied. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public int scanRocksDb() {
    int rows = 0;
    try (RocksIterator iterator = bare.newIterator()) {
      for (iterator.seekToFirst(); iterator.isValid(); iterator.next()) {
        iterator.key(key);
        iterator.value(value);
        rows++;
      }
    }
    return rows;
  }

  /** Closes and removes both databases. */
  @TearDown(Level.Trial)
  public void tearDown() throws IOException {
    bare.close();
    options.close();
    store.close();
    Directories.delete(directory);
  }
}
