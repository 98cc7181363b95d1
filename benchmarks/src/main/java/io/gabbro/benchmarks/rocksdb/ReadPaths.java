package io.gabbro.benchmarks.rocksdb;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.rocksdb.Holder;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;
import org.rocksdb.Snapshot;

/** The ways in which Java can get a value from RocksDB or walk through all of them. */
final class ReadPaths {

  /** Gets in one run of a way to get. */
  static final int POINTS = 100_000;

  private static final int MULTI = 100;

  private final RocksDB database;
  private final EncodedRows rows;
  private final ReadOptions options = new ReadOptions();
  private final byte[] value = new byte[LineItemCodec.MAX_VALUE_SIZE];
  private final byte[] keyBytes = new byte[LineItemCodec.KEY_SIZE];
  private final ByteBuffer directKey = ByteBuffer.allocateDirect(LineItemCodec.KEY_SIZE);
  private final ByteBuffer directValue = ByteBuffer.allocateDirect(LineItemCodec.MAX_VALUE_SIZE);

  ReadPaths(RocksDB database, EncodedRows rows) {
    this.database = database;
    this.rows = rows;
  }

  /** One get; says whether it found the row. */
  @FunctionalInterface
  private interface Get {
    boolean get(byte[] key) throws RocksDBException;
  }

  /** Takes what it wants from the row that an iterator stands on. */
  @FunctionalInterface
  private interface Visit {
    void visit(RocksIterator iterator);
  }

  /** Ways to get, by name; each gets {@link #POINTS} random rows. */
  Map<String, Stopwatch.Work> gets() {
    Map<String, Stopwatch.Work> gets = new LinkedHashMap<>();
    gets.put("get(options, key, byte[])", points(key -> database.get(options, key, value) >= 0));
    gets.put("get(key, byte[])", points(key -> database.get(key, value) >= 0));
    gets.put(
        "get(family, options, key, 0, n, byte[], 0, n)",
        points(
            key ->
                database.get(
                        database.getDefaultColumnFamily(),
                        options,
                        key,
                        0,
                        key.length,
                        value,
                        0,
                        value.length)
                    >= 0));
    gets.put("get(options, key), new byte[]", points(key -> database.get(options, key) != null));
    gets.put("get(options, direct, direct)", points(this::getDirect));
    gets.put("get(new options, key, byte[])", points(this::getWithNewOptions));
    gets.put("get(snapshot, key, byte[])", this::getWithSnapshot);
    gets.put("keyMayExist(options, key, holder)", points(this::mayExist));
    gets.put("keyMayExist(options, direct, direct)", points(this::mayExistDirect));
    gets.put("multiGetAsList of 100", this::multiGet);
    gets.put("iterator.seek(key), reused", this::seek);
    return gets;
  }

  /** Ways to scan, by name; each visits all rows. */
  Map<String, Stopwatch.Work> scans() {
    Map<String, Stopwatch.Work> scans = new LinkedHashMap<>();
    scans.put("next() only", scan(options, iterator -> {}));
    scans.put("value(byte[])", scan(options, iterator -> iterator.value(value)));
    scans.put(
        "key(byte[]), value(byte[])",
        scan(
            options,
            iterator -> {
              iterator.key(keyBytes);
              iterator.value(value);
            }));
    scans.put(
        "key(), value(), new byte[]",
        scan(
            options,
            iterator -> {
              iterator.key();
              iterator.value();
            }));
    scans.put(
        "key(direct), value(direct)",
        scan(
            options,
            iterator -> {
              directKey.clear();
              directValue.clear();
              iterator.key(directKey);
              iterator.value(directValue);
            }));
    scans.put("value(byte[]), upper bound", this::scanWithBound);
    return scans;
  }

  private Stopwatch.Work points(Get get) {
    return () -> {
      Random random = new Random(1);
      for (int i = 0; i < POINTS; i++) {
        if (!get.get(rows.keys()[random.nextInt(rows.count())])) {
          throw new IllegalStateException("row " + i + " not found");
        }
      }
    };
  }

  private boolean getDirect(byte[] key) throws RocksDBException {
    directKey.clear().put(key).flip();
    directValue.clear();
    return database.get(options, directKey, directValue) >= 0;
  }

  private boolean getWithNewOptions(byte[] key) throws RocksDBException {
    try (ReadOptions fresh = new ReadOptions()) {
      return database.get(fresh, key, value) >= 0;
    }
  }

  private void getWithSnapshot() throws RocksDBException {
    Snapshot snapshot = database.getSnapshot();
    try (ReadOptions at = new ReadOptions().setSnapshot(snapshot)) {
      points(key -> database.get(at, key, value) >= 0).run();
    } finally {
      database.releaseSnapshot(snapshot);
    }
  }

  private boolean mayExist(byte[] key) {
    return database.keyMayExist(options, key, new Holder<>());
  }

  private boolean mayExistDirect(byte[] key) {
    directKey.clear().put(key).flip();
    directValue.clear();
    return database.keyMayExist(options, directKey, directValue).exists
        != org.rocksdb.KeyMayExist.KeyMayExistEnum.kNotExist;
  }

  private void multiGet() throws RocksDBException {
    Random random = new Random(1);
    List<byte[]> keys = new ArrayList<>();
    for (int i = 0; i < POINTS; i++) {
      keys.add(rows.keys()[random.nextInt(rows.count())]);
      if (keys.size() == MULTI) {
        database.multiGetAsList(options, keys);
        keys.clear();
      }
    }
  }

  private void seek() throws RocksDBException {
    try (RocksIterator iterator = database.newIterator(options)) {
      points(
              key -> {
                iterator.seek(key);
                return iterator.isValid() && iterator.value(value) > 0;
              })
          .run();
    }
  }

  private Stopwatch.Work scan(ReadOptions with, Visit visit) {
    return () -> {
      int found = 0;
      try (RocksIterator iterator = database.newIterator(with)) {
        for (iterator.seekToFirst(); iterator.isValid(); iterator.next()) {
          visit.visit(iterator);
          found++;
        }
        iterator.status();
      }
      if (found != rows.count()) {
        throw new IllegalStateException("scanned " + found + " of " + rows.count() + " rows");
      }
    };
  }

  private void scanWithBound() throws RocksDBException {
    byte[] end = new byte[] {-1};
    try (Slice upper = new Slice(end);
        ReadOptions bounded = new ReadOptions().setIterateUpperBound(upper)) {
      scan(bounded, iterator -> iterator.value(value)).run();
    }
  }
}
