package io.gabbro.storage.rocksdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.config.DatabaseOptions;
import io.gabbro.config.Option;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Database;
import io.gabbro.storage.Durability;
import io.gabbro.storage.Pairs;
import io.gabbro.storage.WriteBatch;
import io.gabbro.storage.rocksdb.log.LogCheck;
import io.gabbro.type.SeededRandom;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.FlushOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteOptions;

/** Logs that are intact are never called damaged, whoever writes them, and however. */
class BusyLogTest {
  private final Random random = SeededRandom.create();
  @TempDir Path directory;

  @Test
  void readsLogsThatGrowMeanwhile() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    try (Database database = RocksDatabase.open(directory, DatabaseOptions.defaults())) {
      ColumnFamily rows = database.createColumnFamily("rows");
      Thread writer =
          new Thread(
              () -> {
                WriteBatch batch = new WriteBatch();
                for (int number = 0; !done.get(); number++) {
                  batch.clear();
                  batch.put(rows, Pairs.bytes("" + number % 1000), new byte[number % 300]);
                  database.write(batch, Durability.OS);
                }
              });
      writer.start();
      try {
        for (int round = 0; round < 300; round++) {
          assertEquals(Optional.empty(), LogCheck.of(directory, true).damage(), "round " + round);
        }
        DatabaseOptions readOnly = DatabaseOptions.defaults().with(Option.MODE, "readonly");
        for (int round = 0; round < 5; round++) {
          RocksDatabase.open(directory, readOnly).close();
        }
      } finally {
        done.set(true);
        writer.join();
      }
    }
  }

  @Test
  void skipsTheRestsOfBlocksInLogsThatAreUsedAgain() throws Exception {
    RocksDB.loadLibrary();
    try (Options options = new Options().setCreateIfMissing(true).setRecycleLogFileNum(2);
        WriteOptions write = new WriteOptions();
        FlushOptions flush = new FlushOptions();
        RocksDB rocks = RocksDB.open(options, directory.toString())) {
      int number = 0;
      for (int round = 0; round < 5; round++) {
        for (int records = 0; records < 3000; records++) {
          byte[] value = new byte[random.nextInt(1500)];
          random.nextBytes(value);
          rocks.put(write, Pairs.bytes("" + number++), value);
        }
        assertTrue(bytesOfLogs() > 1 << 20, "logs of several blocks");
        assertEquals(Optional.empty(), LogCheck.of(directory, false).damage(), "round " + round);
        rocks.flush(flush);
      }
    }
  }

  private long bytesOfLogs() throws Exception {
    try (Stream<Path> files = Files.list(directory)) {
      List<Path> logs = files.filter(file -> file.toString().endsWith(".log")).toList();
      return logs.stream().mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
