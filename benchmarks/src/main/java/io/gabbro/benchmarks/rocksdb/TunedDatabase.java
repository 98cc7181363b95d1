package io.gabbro.benchmarks.rocksdb;

import io.gabbro.benchmarks.Directories;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.rocksdb.FlushOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;

/** A database that was loaded with the options of one variant. Closing it removes its files. */
final class TunedDatabase implements AutoCloseable {

  /** Gets in one call of {@link #points}. */
  static final int POINTS = 100_000;

  private static final int BATCH = 10_000;

  private final EncodedRows rows;
  private final Path directory;
  private final TuningSetup setup = new TuningSetup();
  private final Options options;
  private final RocksDB database;
  private final double loadSeconds;
  private final byte[] keyBuffer = new byte[LineItemCodec.KEY_SIZE];
  private final byte[] valueBuffer = new byte[1024];

  TunedDatabase(EncodedRows rows, Path directory, TuningVariant variant)
      throws RocksDBException, IOException {
    this.rows = rows;
    this.directory = directory;
    variant.change().accept(setup);
    setup.columnFamily.setTableFormatConfig(setup.table);
    options = new Options(setup.database, setup.columnFamily);
    Directories.delete(directory);
    loadSeconds = load();
    database = RocksDB.open(options, directory.toString());
  }

  /** Puts row after row in batches, then flushes and compacts; counts the seconds of the first. */
  private double load() throws RocksDBException {
    try (RocksDB empty = RocksDB.open(options, directory.toString());
        FlushOptions flush = new FlushOptions()) {
      long start = System.nanoTime();
      for (int from = 0; from < rows.count(); from += BATCH) {
        try (WriteBatch batch = new WriteBatch()) {
          for (int i = from; i < Math.min(from + BATCH, rows.count()); i++) {
            batch.put(rows.keys()[i], rows.values()[i]);
          }
          empty.write(setup.write, batch);
        }
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      empty.flush(flush);
      if (setup.compact) {
        empty.compactRange();
      }
      return seconds;
    }
  }

  double loadSeconds() {
    return loadSeconds;
  }

  long bytes() throws IOException {
    return Directories.size(directory);
  }

  /** Gets random rows that exist. */
  void points() throws RocksDBException {
    points(0);
  }

  /** Gets random keys that lie between those of rows. */
  void misses() throws RocksDBException {
    points(100);
  }

  private void points(int lineOffset) throws RocksDBException {
    Random random = new Random(1);
    for (int i = 0; i < POINTS; i++) {
      byte[] key = rows.keys()[random.nextInt(rows.count())];
      LineItemCodec.writeKey(
          LineItemCodec.orderKey(key), LineItemCodec.lineNumber(key) + lineOffset, keyBuffer);
      int length = database.get(setup.read, keyBuffer, valueBuffer);
      if ((length == RocksDB.NOT_FOUND) != (lineOffset > 0)) {
        throw new IllegalStateException("key " + i + " gave " + length);
      }
    }
  }

  /** Scans all rows and copies each key and value. */
  void scan() throws RocksDBException {
    long found = 0;
    try (RocksIterator iterator = database.newIterator(setup.read)) {
      for (iterator.seekToFirst(); iterator.isValid(); iterator.next()) {
        iterator.key(keyBuffer);
        iterator.value(valueBuffer);
        found++;
      }
      iterator.status();
    }
    if (found != rows.count()) {
      throw new IllegalStateException("scanned " + found + " of " + rows.count() + " rows");
    }
  }

  @Override
  public void close() throws IOException {
    database.close();
    options.close();
    setup.close();
    Directories.delete(directory);
  }
}
