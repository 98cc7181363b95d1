package io.gabbro.storage.rocksdb;

import io.gabbro.config.DatabaseOptions;
import io.gabbro.storage.AbstractDatabaseContractTest;
import io.gabbro.storage.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The store over RocksDB under {@link AbstractDatabaseContractTest}. */
class RocksDatabaseTest extends AbstractDatabaseContractTest {
  @TempDir Path directory;

  @Override
  protected Database open() throws IOException {
    Path path = Files.createTempDirectory(directory, "db");
    return RocksDatabase.open(path, DatabaseOptions.defaults());
  }
}
