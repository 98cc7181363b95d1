package io.gabbro.storage.memory;

import io.gabbro.storage.AbstractRangeEstimateContractTest;
import io.gabbro.storage.Database;

/** The store on the Java heap under {@link AbstractRangeEstimateContractTest}. */
class MemoryRangeEstimateTest extends AbstractRangeEstimateContractTest {
  @Override
  protected Database open() {
    return new MemoryDatabase();
  }
}
