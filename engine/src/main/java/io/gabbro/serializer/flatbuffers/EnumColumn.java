package io.gabbro.serializer.flatbuffers;

import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;
import java.nio.charset.StandardCharsets;

/** Enums as the names of their values, and numbers without a name as digits. */
final class EnumColumn implements FieldColumn {
  private final SchemaEnum type;
  private final BaseType base;
  private final boolean hasDefault;
  private final long defaultNumber;

  EnumColumn(SchemaField field, SchemaEnum type) {
    this.type = type;
    base = field.type().base();
    hasDefault = field.hasDefault();
    defaultNumber = field.defaultBits();
  }

  @Override
  public void decode(FlatBufferReader block, int[] places, Selection rows, ColumnVector target) {
    byte[] bytes = block.bytes();
    BytesVector texts = (BytesVector) target;
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      int place = places[row];
      if (place < 0 || (place == ValueBytes.ABSENT && !hasDefault)) {
        texts.setNull(row);
        continue;
      }
      long number = place > 0 ? base.read(bytes, place) : defaultNumber;
      if (number == 0 && base == BaseType.UTYPE) {
        texts.setNull(row);
        continue;
      }
      byte[] name = type.nameOf(number);
      texts.set(row, name != null ? name : digits(base, number));
    }
  }

  private static byte[] digits(BaseType base, long number) {
    String text = base == BaseType.ULONG ? Long.toUnsignedString(number) : Long.toString(number);
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
