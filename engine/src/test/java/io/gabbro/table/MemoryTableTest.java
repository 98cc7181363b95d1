package io.gabbro.table;

import io.gabbro.storage.Database;
import io.gabbro.storage.memory.MemoryDatabase;

class MemoryTableTest extends AbstractTableContractTest {
  @Override
  Database open() {
    return new MemoryDatabase();
  }
}
