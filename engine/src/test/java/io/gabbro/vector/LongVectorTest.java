package io.gabbro.vector;

import io.gabbro.type.SqlType;

class LongVectorTest extends AbstractColumnVectorContractTest {
  @Override
  SqlType type() {
    return SqlType.BIGINT;
  }
}
