package io.gabbro.storage.rocksdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.config.DatabaseOptions;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Database;
import io.gabbro.storage.Durability;
import io.gabbro.storage.Pairs;
import io.gabbro.storage.WriteBatch;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is still there after a close, an exit and a kill. */
class RocksPersistenceTest {
  @TempDir Path directory;

  @Test
  void keepsEverythingOverACloseWhateverTheDurability() {
    for (Durability durability : Durability.values()) {
      for (boolean flush : new boolean[] {false, true}) {
        String name = durability + " " + flush;
        try (Database database = open()) {
          ColumnFamily family = database.createColumnFamily(name);
          WriteBatch batch = new WriteBatch();
          batch.put(family, Pairs.bytes("k"), Pairs.bytes(name));
          database.write(batch, durability);
          if (flush) {
            database.flush();
          }
        }
        try (Database database = open()) {
          ColumnFamily family = database.columnFamily(name).orElseThrow();
          assertEquals(List.of("k=" + name), Pairs.all(database, family, null));
        }
      }
    }
  }

  @Test
  void keepsNumbersAndDropsOfFamilies() {
    int id;
    try (Database database = open()) {
      database.createColumnFamily("a");
      ColumnFamily b = database.createColumnFamily("b");
      id = database.createColumnFamily("c").id();
      database.dropColumnFamily(b);
    }
    try (Database database = open()) {
      assertEquals(List.of("a", "c", "default"), database.columnFamilyNames());
      assertEquals(id, database.columnFamily("c").orElseThrow().id());
      assertTrue(database.createColumnFamily("b").id() > id);
    }
  }

  @Test
  @Timeout(120)
  void losesNothingAcknowledgedWhenTheProcessIsKilled() throws Exception {
    long acknowledged = -1;
    try (StoreProcess writer = StoreProcess.start("write", directory)) {
      while (acknowledged < 20_000) {
        acknowledged = Long.parseLong(writer.readLine());
      }
      writer.kill();
    }
    try (Database database = open()) {
      ColumnFamily rows = database.columnFamily("rows").orElseThrow();
      ColumnFamily indexes = database.columnFamily("indexes").orElseThrow();
      int batches = Pairs.all(database, indexes, null).size();
      assertTrue(batches > acknowledged, "acknowledged " + acknowledged + ", found " + batches);
      assertEquals(
          batches * StoreProcess.BATCH_SIZE,
          Pairs.all(database, rows, null).size(),
          "every batch is there as a whole");
    }
  }

  @Test
  @Timeout(60)
  void survivesAnExitWithoutClose() throws Exception {
    try (StoreProcess writer = StoreProcess.start("exit", directory)) {
      assertEquals("written", writer.readLine());
      assertEquals(null, writer.readLine(), "no message of a crash");
      assertEquals(0, writer.waitFor());
    }
    try (Database database = open()) {
      assertEquals("v", Pairs.get(database, database.createColumnFamily("rows"), null, "k"));
    }
  }

  private Database open() {
    return RocksDatabase.open(directory, DatabaseOptions.defaults());
  }
}
