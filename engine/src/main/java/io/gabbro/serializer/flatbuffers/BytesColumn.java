package io.gabbro.serializer.flatbuffers;

import io.gabbro.type.Utf8;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;

/** Strings, and vectors of bytes as binary strings. Both stay where they are. */
final class BytesColumn implements FieldColumn {
  private final boolean text;

  /** {@code text}: whether they must be UTF-8. */
  BytesColumn(boolean text) {
    this.text = text;
  }

  @Override
  public void decode(FlatBufferReader block, int[] places, Selection rows, ColumnVector target) {
    byte[] bytes = block.bytes();
    BytesVector strings = (BytesVector) target;
    strings.share(bytes);
    int[] starts = strings.starts();
    int[] lengths = strings.lengths();
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      if (places[row] <= 0) {
        strings.setNull(row);
        continue;
      }
      ValueBytes value = block.value(row);
      int at = value.follow(places[row]);
      int length = at == ValueBytes.BAD ? at : value.count(at, Byte.BYTES);
      if (length >= 0 && text && !Utf8.isValid(bytes, at + Integer.BYTES, length)) {
        length = value.bad("a string is not valid UTF-8");
      }
      if (length == ValueBytes.BAD) {
        block.bad(row, value.problem());
        strings.setNull(row);
      } else {
        starts[row] = at + Integer.BYTES;
        lengths[row] = length;
      }
    }
  }
}
