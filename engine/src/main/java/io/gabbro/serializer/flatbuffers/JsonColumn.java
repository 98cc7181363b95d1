package io.gabbro.serializer.flatbuffers;

import io.gabbro.type.Utf8Builder;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;

/** Vectors, arrays, tables and structs as JSON. */
final class JsonColumn implements FieldColumn {
  private final JsonText json;
  private final SchemaField field;
  private final Utf8Builder text = new Utf8Builder();

  JsonColumn(JsonText json, SchemaField field) {
    this.json = json;
    this.field = field;
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
      if (json.append(value, field.type(), places[row], text.clear())) {
        texts.set(row, text.bytes(), 0, text.length());
      } else {
        block.bad(row, value.problem());
        texts.setNull(row);
      }
    }
  }
}
