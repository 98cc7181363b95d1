package io.gabbro.vector;

import io.gabbro.type.SqlType;

class DecimalVectorTest extends AbstractColumnVectorContractTest {
  @Override
  SqlType type() {
    return SqlType.numeric(38, 2);
  }
}
