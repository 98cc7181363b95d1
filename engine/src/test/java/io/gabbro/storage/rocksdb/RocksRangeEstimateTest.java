package io.gabbro.storage.rocksdb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gabbro.config.DatabaseOptions;
import io.gabbro.storage.AbstractRangeEstimateContractTest;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Database;
import io.gabbro.storage.Durability;
import io.gabbro.storage.KeyRange;
import io.gabbro.storage.Pairs;
import io.gabbro.storage.WriteBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store over RocksDB under {@link AbstractRangeEstimateContractTest}. */
class RocksRangeEstimateTest extends AbstractRangeEstimateContractTest {
  @TempDir Path directory;

  @Override
  protected Database open() throws IOException {
    Path path = Files.createTempDirectory(directory, "db");
    return RocksDatabase.open(path, DatabaseOptions.defaults());
  }

  @Test
  void countsAreKnownAfterReopening() {
    int rows = 20_000;
    Path path = directory.resolve("reopened");
    try (Database database = RocksDatabase.open(path, DatabaseOptions.defaults())) {
      WriteBatch batch = new WriteBatch();
      ColumnFamily family = database.createColumnFamily("rows");
      for (int row = 0; row < rows; row++) {
        batch.put(family, Pairs.bytes(String.format(Locale.ROOT, "%08d", row)), new byte[100]);
      }
      database.write(batch, Durability.OS);
      database.flush();
    }
    try (Database database = RocksDatabase.open(path, DatabaseOptions.defaults())) {
      ColumnFamily family = database.columnFamily("rows").orElseThrow();
      assertEquals(rows, (double) database.approximateCount(family, KeyRange.all()), rows / 20.0);
    }
  }
}
