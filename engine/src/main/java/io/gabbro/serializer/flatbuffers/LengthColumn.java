package io.gabbro.serializer.flatbuffers;

import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.IntVector;
import io.gabbro.vector.LongVector;
import io.gabbro.vector.Selection;

/** Vectors and arrays as the numbers of their elements. */
final class LengthColumn implements FieldColumn {
  private final FieldType type;
  private final int size;

  LengthColumn(FlatBufferSchema schema, FieldType type) {
    this.type = type;
    size = schema.inlineSize(type.elementType());
  }

  @Override
  public void decode(FlatBufferReader block, int[] places, Selection rows, ColumnVector target) {
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      if (places[row] <= 0) {
        target.setNull(row);
        continue;
      }
      ValueBytes value = block.value(row);
      int count = count(value, places[row]);
      if (count == ValueBytes.BAD) {
        block.bad(row, value.problem());
        target.setNull(row);
      } else if (target instanceof LongVector longs) {
        longs.values()[row] = count;
      } else {
        ((IntVector) target).values()[row] = count;
      }
    }
  }

  private int count(ValueBytes value, int place) {
    if (type.base() == BaseType.ARRAY) {
      return type.fixedLength();
    }
    int vector = value.follow(place);
    return vector == ValueBytes.BAD ? vector : value.count(vector, size);
  }
}
