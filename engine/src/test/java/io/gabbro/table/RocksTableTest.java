package io.gabbro.table;

import io.gabbro.config.DatabaseOptions;
import io.gabbro.storage.Database;
import io.gabbro.storage.rocksdb.RocksDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class RocksTableTest extends AbstractTableContractTest {
  @TempDir Path directory;

  @Override
  Database open() {
    return RocksDatabase.open(directory, DatabaseOptions.defaults());
  }
}
