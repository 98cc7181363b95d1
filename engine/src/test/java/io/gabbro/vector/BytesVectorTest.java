package io.gabbro.vector;

import io.gabbro.type.SqlType;

class BytesVectorTest extends AbstractColumnVectorContractTest {
  @Override
  SqlType type() {
    return SqlType.TEXT;
  }
}
