package io.gabbro.benchmarks.rocksdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.Stream;
import org.rocksdb.FlushOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;

/** Loads one variant into a database of its own and measures it. */
final class TuningRun {

  private static final int BATCH = 10_000;
  private static final int POINTS = 200_000;
  private static final int REPETITIONS = 7;

  private final EncodedRows rows;
  private final Path directory;
  private final byte[] buffer = new byte[1024];
  private final byte[] keyBuffer = new byte[LineItemCodec.KEY_SIZE];

  TuningRun(EncodedRows rows, Path directory) {
    this.rows = rows;
    this.directory = directory;
  }

  /**
   * What a variant costs.
   *
   * @param loadRowsPerSecond wall time of the load, flush excluded
   * @param pointMicros processor time of a get that hits
   * @param missMicros processor time of a get of an absent key between present ones
   * @param scanRowsPerSecond processor time of a scan that copies key and value
   * @param stepRowsPerSecond processor time of a bare {@code next()} loop
   * @param bytes size of the directory after the load
   */
  record Costs(
      double loadRowsPerSecond,
      double pointMicros,
      double missMicros,
      double scanRowsPerSecond,
      double stepRowsPerSecond,
      long bytes) {}

  Costs measure(TuningVariant variant) throws RocksDBException, IOException {
    delete();
    try (TuningSetup setup = new TuningSetup()) {
      variant.change().accept(setup);
      setup.columnFamily.setTableFormatConfig(setup.table);
      try (Options options = new Options(setup.database, setup.columnFamily)) {
        double load = load(setup, options);
        try (RocksDB database = RocksDB.open(options, directory.toString())) {
          long scan = Stopwatch.best(REPETITIONS, () -> scan(database, setup));
          long step = Stopwatch.best(REPETITIONS, () -> step(database, setup));
          long point = Stopwatch.best(REPETITIONS, () -> points(database, setup, 0));
          long miss = Stopwatch.best(REPETITIONS, () -> points(database, setup, 100));
          return new Costs(
              load,
              point / 1e3 / POINTS,
              miss / 1e3 / POINTS,
              rows.count() * 1e9 / scan,
              rows.count() * 1e9 / step,
              size());
        }
      }
    } finally {
      delete();
    }
  }

  private double load(TuningSetup setup, Options options) throws RocksDBException {
    try (RocksDB database = RocksDB.open(options, directory.toString());
        FlushOptions flush = new FlushOptions()) {
      long start = System.nanoTime();
      for (int from = 0; from < rows.count(); from += BATCH) {
        try (WriteBatch batch = new WriteBatch()) {
          for (int i = from; i < Math.min(from + BATCH, rows.count()); i++) {
            batch.put(rows.keys()[i], rows.values()[i]);
          }
          database.write(setup.write, batch);
        }
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      database.flush(flush);
      if (setup.compact) {
        database.compactRange();
      }
      return rows.count() / seconds;
    }
  }

  /** Gets random rows; {@code lineOffset} moves the line number to one that no row has. */
  private void points(RocksDB database, TuningSetup setup, int lineOffset) throws RocksDBException {
    Random random = new Random(1);
    for (int i = 0; i < POINTS; i++) {
      byte[] key = rows.keys()[random.nextInt(rows.count())];
      LineItemCodec.writeKey(
          LineItemCodec.readLong(key, 0),
          LineItemCodec.readInt(key, Long.BYTES) + lineOffset,
          keyBuffer);
      int length = database.get(setup.read, keyBuffer, buffer);
      if ((length == RocksDB.NOT_FOUND) != (lineOffset > 0)) {
        throw new IllegalStateException("key " + i + " gave " + length);
      }
    }
  }

  private void scan(RocksDB database, TuningSetup setup) throws RocksDBException {
    long found = 0;
    try (RocksIterator iterator = database.newIterator(setup.read)) {
      for (iterator.seekToFirst(); iterator.isValid(); iterator.next()) {
        iterator.key(keyBuffer);
        iterator.value(buffer);
        found++;
      }
      iterator.status();
    }
    expectAll(found);
  }

  private void step(RocksDB database, TuningSetup setup) throws RocksDBException {
    long found = 0;
    try (RocksIterator iterator = database.newIterator(setup.read)) {
      for (iterator.seekToFirst(); iterator.isValid(); iterator.next()) {
        found++;
      }
      iterator.status();
    }
    expectAll(found);
  }

  private void expectAll(long found) {
    if (found != rows.count()) {
      throw new IllegalStateException("scanned " + found + " of " + rows.count() + " rows");
    }
  }

  private long size() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private void delete() throws IOException {
    if (Files.notExists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(TuningRun::deleteOne);
    }
  }

  private static void deleteOne(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
