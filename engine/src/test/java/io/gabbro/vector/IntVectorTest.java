package io.gabbro.vector;

import io.gabbro.type.SqlType;

class IntVectorTest extends AbstractColumnVectorContractTest {
  @Override
  SqlType type() {
    return SqlType.INTEGER;
  }
}
