package io.gabbro.vector;

import io.gabbro.type.SqlType;

class IntervalVectorTest extends AbstractColumnVectorContractTest {
  @Override
  SqlType type() {
    return SqlType.INTERVAL;
  }
}
