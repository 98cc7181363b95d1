package io.gabbro.vector;

import io.gabbro.type.SqlType;

class BooleanVectorTest extends AbstractColumnVectorContractTest {
  @Override
  SqlType type() {
    return SqlType.BOOLEAN;
  }
}
