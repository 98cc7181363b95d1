package io.gabbro.storage.rocksdb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.config.DatabaseOptions;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Database;
import io.gabbro.storage.Durability;
import io.gabbro.storage.ValueBuffer;
import io.gabbro.storage.WriteBatch;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The changes of a column family that was dropped are missed by nobody, however often one opens.
 */
final class DroppedFamilyTest {
  @TempDir Path directory;

  private Database open() {
    return RocksDatabase.open(directory, DatabaseOptions.defaults());
  }

  private static void put(Database database, ColumnFamily family, String key) {
    WriteBatch batch = new WriteBatch();
    batch.put(family, key.getBytes(UTF_8), new byte[100]);
    database.write(batch, Durability.OS);
  }

  private static ColumnFamily family(Database database, String name) {
    return database.columnFamily(name).orElseGet(() -> database.createColumnFamily(name));
  }

  @Test
  void opensAgainAndAgain() {
    for (int round = 0; round < 6; round++) {
      try (Database database = open()) {
        for (int before = 0; before < round; before++) {
          byte[] key = ("kept" + before).getBytes(UTF_8);
          assertTrue(
              database.get(family(database, "kept"), null, key, key.length, new ValueBuffer()));
        }
        put(database, family(database, "kept"), "kept" + round);
        if (round == 1) {
          ColumnFamily dropped = family(database, "dropped");
          for (int key = 0; key < 50; key++) {
            put(database, dropped, "key" + key);
          }
          database.dropColumnFamily(dropped);
        }
      }
    }
    try (Database database = open()) {
      assertEquals(2, database.columnFamilyNames().size(), database.columnFamilyNames().toString());
    }
  }
}
