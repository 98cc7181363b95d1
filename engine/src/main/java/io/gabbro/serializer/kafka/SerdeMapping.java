package io.gabbro.serializer.kafka;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.serializer.ValueMapping;
import io.gabbro.serializer.ValueReader;
import io.gabbro.serializer.ValueWriter;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;

/**
 * The value of one of Kafka's serdes, in one column or in none.
 *
 * @param type the serde
 * @param isShown whether there is a column
 */
record SerdeMapping(SerdeType type, boolean isShown) implements ValueMapping {
  @Override
  public ValueReader newReader() {
    return new SerdeReader(type, 0);
  }

  @Override
  public ValueWriter newWriter() {
    return new SerdeWriter(type, isShown);
  }

  @Override
  public void check(byte[] bytes, int offset, int length) {
    ValueReader reader = newReader();
    reader.begin(
        bytes,
        new int[] {offset, offset + length},
        1,
        (row, problem) -> {
          throw new GabbroException(ErrorCode.SERIALIZATION, problem);
        });
    reader.decode(0, Selection.ofAll(1), ColumnVector.allocate(type.column().vectorKind(), 1));
  }
}
