package io.gabbro.storage.memory;

import io.gabbro.storage.AbstractDatabaseContractTest;
import io.gabbro.storage.Database;

/** The store on the Java heap under {@link AbstractDatabaseContractTest}. */
class MemoryDatabaseTest extends AbstractDatabaseContractTest {
  @Override
  protected Database open() {
    return new MemoryDatabase();
  }
}
