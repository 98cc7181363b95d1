package io.gabbro.benchmarks.rocksdb;

import io.gabbro.benchmarks.Directories;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rocksdb.EnvOptions;
import org.rocksdb.IngestExternalFileOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.SstFileWriter;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/** The ways in which Java can load rows into RocksDB; each fills a new database. */
final class WritePaths {

  private static final int BATCH = 10_000;
  private static final int HEADER = 12;
  private static final int COUNT_AT = 8;
  private static final byte PUT = 1;

  private final EncodedRows rows;
  private final Path directory;

  WritePaths(EncodedRows rows, Path directory) {
    this.rows = rows;
    this.directory = directory;
  }

  /** Loads all rows into an open database. */
  @FunctionalInterface
  interface Load {
    void load(RocksDB database) throws RocksDBException;
  }

  /** Ways to load, by name. */
  Map<String, Load> loads() {
    Map<String, Load> loads = new LinkedHashMap<>();
    loads.put("batch.put(key, value)", database -> load(database, new WriteOptions(), this::put));
    loads.put("batch.put(direct, direct)", this::loadDirect);
    loads.put(
        "new WriteBatch(byte[])", database -> load(database, new WriteOptions(), this::serialized));
    loads.put(
        "serialized, insert hint",
        database ->
            load(
                database,
                new WriteOptions().setMemtableInsertHintPerBatch(true),
                this::serialized));
    loads.put(
        "serialized, no log",
        database -> load(database, new WriteOptions().setDisableWAL(true), this::serialized));
    loads.put("file writer and ingestion", this::ingest);
    return loads;
  }

  /** Runs one way on an empty database and removes it. */
  void run(Load load, Stopwatch watch) throws RocksDBException, IOException {
    Directories.delete(directory);
    try (Options options = new Options().setCreateIfMissing(true);
        RocksDB database = RocksDB.open(options, directory.toString())) {
      watch.time(() -> load.load(database));
    }
    Directories.delete(directory);
  }

  /** Makes a batch of the rows from {@code from} to {@code to}. */
  @FunctionalInterface
  private interface Filling {
    WriteBatch fill(int from, int to) throws RocksDBException;
  }

  private void load(RocksDB database, WriteOptions options, Filling filling)
      throws RocksDBException {
    try (options) {
      for (int from = 0; from < rows.count(); from += BATCH) {
        try (WriteBatch batch = filling.fill(from, Math.min(from + BATCH, rows.count()))) {
          database.write(options, batch);
        }
      }
    }
  }

  private WriteBatch put(int from, int to) throws RocksDBException {
    WriteBatch batch = new WriteBatch();
    for (int i = from; i < to; i++) {
      batch.put(rows.keys()[i], rows.values()[i]);
    }
    return batch;
  }

  private void loadDirect(RocksDB database) throws RocksDBException {
    ByteBuffer key = ByteBuffer.allocateDirect(LineItemCodec.KEY_SIZE);
    ByteBuffer value = ByteBuffer.allocateDirect(LineItemCodec.MAX_VALUE_SIZE);
    load(
        database,
        new WriteOptions(),
        (from, to) -> {
          WriteBatch batch = new WriteBatch();
          for (int i = from; i < to; i++) {
            batch.put(
                key.clear().put(rows.keys()[i]).flip(), value.clear().put(rows.values()[i]).flip());
          }
          return batch;
        });
  }

  /**
   * The serialized form of a batch: sequence number (8 bytes), count (4 bytes LE), then for each
   * put a tag, the length of the key as a varint, the key, and the value likewise.
   */
  private WriteBatch serialized(int from, int to) {
    int size = HEADER;
    for (int i = from; i < to; i++) {
      size += 1 + 1 + LineItemCodec.KEY_SIZE + 2 + rows.values()[i].length;
    }
    ByteBuffer buffer = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putInt(COUNT_AT, to - from).position(HEADER);
    for (int i = from; i < to; i++) {
      byte[] value = rows.values()[i];
      buffer.put(PUT).put((byte) LineItemCodec.KEY_SIZE).put(rows.keys()[i]);
      if (value.length < 128) {
        buffer.put((byte) value.length);
      } else {
        buffer.put((byte) ((value.length & 127) | 128)).put((byte) (value.length >> 7));
      }
      buffer.put(value);
    }
    byte[] bytes = new byte[buffer.position()];
    buffer.flip().get(bytes);
    return new WriteBatch(bytes);
  }

  private void ingest(RocksDB database) throws RocksDBException {
    String file = directory.resolve("ingested.sst").toString();
    try (EnvOptions environment = new EnvOptions();
        Options options = new Options();
        SstFileWriter writer = new SstFileWriter(environment, options);
        IngestExternalFileOptions ingestion = new IngestExternalFileOptions()) {
      writer.open(file);
      for (int i = 0; i < rows.count(); i++) {
        writer.put(rows.keys()[i], rows.values()[i]);
      }
      writer.finish();
      database.ingestExternalFile(List.of(file), ingestion.setMoveFiles(true));
    }
  }
}
