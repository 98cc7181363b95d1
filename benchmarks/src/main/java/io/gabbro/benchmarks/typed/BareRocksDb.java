package io.gabbro.benchmarks.typed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteOptions;

/** A database that Gabbro wrote, in the hands of somebody who writes the shortest loops. */
final class BareRocksDb implements AutoCloseable {
  private static final int VALUE_ROOM = 1024;

  private final LRUCache cache = new LRUCache(512L << 20);
  private final BloomFilter filter = new BloomFilter(10);
  private final ColumnFamilyOptions familyOptions =
      new ColumnFamilyOptions()
          .setWriteBufferSize(32L << 20)
          .setCompressionType(CompressionType.NO_COMPRESSION)
          .setTableFormatConfig(
              new BlockBasedTableConfig()
                  .setBlockCache(cache)
                  .setBlockSize(16 << 10)
                  .setFilterPolicy(filter));
  private final DBOptions options = new DBOptions();
  private final ReadOptions read = new ReadOptions();
  private final WriteOptions write = new WriteOptions();
  private final List<ColumnFamilyHandle> handles = new ArrayList<>();
  private final RocksDB database;
  private final ColumnFamilyHandle family;
  private final byte[] key = new byte[Long.BYTES];
  private final byte[] value = new byte[VALUE_ROOM];

  BareRocksDb(Path directory, String familyName) throws RocksDBException {
    List<ColumnFamilyDescriptor> descriptors = new ArrayList<>();
    try (Options listing = new Options()) {
      for (byte[] name : RocksDB.listColumnFamilies(listing, directory.toString())) {
        descriptors.add(new ColumnFamilyDescriptor(name, familyOptions));
      }
    }
    database = RocksDB.open(options, directory.toString(), descriptors, handles);
    ColumnFamilyHandle found = null;
    for (int index = 0; index < handles.size(); index++) {
      if (new String(descriptors.get(index).getName(), UTF_8).equals(familyName)) {
        found = handles.get(index);
      }
    }
    family = found;
  }

  private byte[] key(long id) {
    ByteBuffer.wrap(key).putLong(0, id ^ Long.MIN_VALUE);
    return key;
  }

  /** The length of a value. */
  int get(long id) throws RocksDBException {
    return database.get(family, read, key(id), 0, Long.BYTES, value, 0, VALUE_ROOM);
  }

  void put(long id, byte[] bytes) throws RocksDBException {
    database.put(family, write, key(id), bytes);
  }

  /** The hit points above a limit of all monsters, read in place. */
  long sumOfHitPoints(int limit) {
    long sum = 0;
    ByteBuffer buffer = ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN);
    try (RocksIterator iterator = database.newIterator(family, read)) {
      for (iterator.seekToFirst(); iterator.isValid(); iterator.next()) {
        buffer.clear().limit(iterator.value(value, 0, VALUE_ROOM));
        int hp = Monster.getRootAsMonster(buffer).hp();
        sum += hp > limit ? hp : 0;
      }
    }
    return sum;
  }

  @Override
  public void close() {
    handles.forEach(ColumnFamilyHandle::close);
    database.close();
    write.close();
    read.close();
    options.close();
    familyOptions.close();
    filter.close();
    cache.close();
  }
}
