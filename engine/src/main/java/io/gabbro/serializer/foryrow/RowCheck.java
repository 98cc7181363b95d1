package io.gabbro.serializer.foryrow;

import io.gabbro.serializer.foryrow.ForyRowType.Scalar;
import io.gabbro.type.Utf8;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Checks all there is in a row. For one value. */
final class RowCheck {
  // Each value takes a byte at least; more values than bytes mean that parts lie over each other.
  private long left;

  private RowCheck(int length) {
    left = length;
  }

  /**
   * Checks a row.
   *
   * @throws io.gabbro.error.GabbroException {@code SERIALIZATION} when it is none
   */
  static void check(ForyRowSchema schema, byte[] bytes, int offset, int length) {
    ByteBuffer row = ByteBuffer.wrap(bytes, offset, length).slice().order(ByteOrder.LITTLE_ENDIAN);
    new RowCheck(length).cells(new ForyRow(schema, row, 0, length));
  }

  private void cells(ForyRowCells cells) {
    for (int index = 0; index < cells.size(); index++) {
      if (--left < 0) {
        throw ForyRowCells.corrupt("its parts lie over each other");
      }
      ForyRowType type = cells.type(index);
      if (cells.isNull(index) || type.width() > 0) {
        continue;
      }
      if (type instanceof ForyRowType.Struct) {
        cells(cells.getStruct(index));
      } else if (type instanceof ForyRowType.Array) {
        cells(cells.getArray(index));
      } else if (type instanceof ForyRowType.Entries) {
        ForyRowMap map = cells.getMap(index);
        cells(map.keys());
        cells(map.values());
      } else if (type instanceof ForyRowType.Decimal) {
        cells.getDecimal(index);
      } else {
        bytes(cells, index, type);
      }
    }
  }

  private void bytes(ForyRowCells cells, int index, ForyRowType type) {
    byte[] value = cells.variable(index, type);
    left -= value.length;
    if (type == Scalar.UTF8 && !Utf8.isValid(value, 0, value.length)) {
      throw ForyRowCells.corrupt("a text is no UTF-8");
    }
  }
}
