package io.gabbro.serializer.row;

import io.gabbro.bytes.LittleEndian;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.IntVector;
import io.gabbro.vector.Selection;

/** TINYINT, SMALLINT, INTEGER and DATE: one, two or four bytes. */
final class IntegerField extends FixedField {
  private final int width;

  IntegerField(int width) {
    this.width = width;
  }

  @Override
  int width() {
    return width;
  }

  @Override
  void write(ColumnVector column, int row, byte[] target, int at) {
    int value = ((IntVector) column).values()[row];
    switch (width) {
      case 1 -> target[at] = (byte) value;
      case 2 -> LittleEndian.putShort(target, at, value);
      default -> LittleEndian.putInt(target, at, value);
    }
  }

  @Override
  void read(byte[] data, int[] starts, int shift, Selection rows, ColumnVector target) {
    int[] values = ((IntVector) target).values();
    if (width < 4) {
      readNarrow(data, starts, shift, rows, values);
    } else if (rows.isAll()) {
      for (int row = 0; row < rows.count(); row++) {
        values[row] = LittleEndian.getInt(data, starts[row] + shift);
      }
    } else {
      int[] positions = rows.positions();
      for (int index = 0; index < rows.count(); index++) {
        int row = positions[index];
        values[row] = LittleEndian.getInt(data, starts[row] + shift);
      }
    }
  }

  private void readNarrow(byte[] data, int[] starts, int shift, Selection rows, int[] values) {
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      int at = starts[row] + shift;
      values[row] = width == 1 ? data[at] : LittleEndian.getShort(data, at);
    }
  }
}
