package io.gabbro.serializer.row;

import io.gabbro.vector.BooleanVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;

/** BOOLEAN: a byte, 0 or 1. */
final class BooleanField extends FixedField {
  @Override
  int width() {
    return 1;
  }

  @Override
  void write(ColumnVector column, int row, byte[] target, int at) {
    target[at] = (byte) (((BooleanVector) column).values()[row] ? 1 : 0);
  }

  @Override
  void read(byte[] data, int[] starts, int shift, Selection rows, ColumnVector target) {
    boolean[] values = ((BooleanVector) target).values();
    if (rows.isAll()) {
      for (int row = 0; row < rows.count(); row++) {
        values[row] = data[starts[row] + shift] != 0;
      }
    } else {
      int[] positions = rows.positions();
      for (int index = 0; index < rows.count(); index++) {
        int row = positions[index];
        values[row] = data[starts[row] + shift] != 0;
      }
    }
  }
}
