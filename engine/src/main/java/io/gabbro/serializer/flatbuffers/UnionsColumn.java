package io.gabbro.serializer.flatbuffers;

import io.gabbro.type.Utf8Builder;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;

/** Vectors of unions as JSON. */
final class UnionsColumn implements FieldColumn {
  private final JsonText json;
  private final FieldType type;
  private final FieldPath types;
  private final Utf8Builder text = new Utf8Builder();

  /** {@code types}: the way to the vector of their types. */
  UnionsColumn(JsonText json, FieldType type, FieldPath types) {
    this.json = json;
    this.type = type;
    this.types = types;
  }

  @Override
  public void decode(FlatBufferReader block, int[] places, Selection rows, ColumnVector target) {
    BytesVector texts = (BytesVector) target;
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      if (places[row] <= 0) {
        texts.setNull(row);
        continue;
      }
      ValueBytes value = block.value(row);
      int typesPlace = types.locate(value, block.root(row));
      if (typesPlace != ValueBytes.BAD
          && json.appendUnions(value, type, typesPlace, places[row], text.clear())) {
        texts.set(row, text.bytes(), 0, text.length());
      } else {
        block.bad(row, value.problem());
        texts.setNull(row);
      }
    }
  }
}
