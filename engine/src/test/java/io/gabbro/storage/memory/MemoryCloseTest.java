package io.gabbro.storage.memory;

import io.gabbro.storage.AbstractCloseContractTest;
import io.gabbro.storage.Database;

/** The store on the Java heap under {@link AbstractCloseContractTest}. */
class MemoryCloseTest extends AbstractCloseContractTest {
  @Override
  protected Database open() {
    return new MemoryDatabase();
  }
}
