package io.gabbro.vector;

import io.gabbro.type.SqlType;

class DoubleVectorTest extends AbstractColumnVectorContractTest {
  @Override
  SqlType type() {
    return SqlType.DOUBLE;
  }
}
