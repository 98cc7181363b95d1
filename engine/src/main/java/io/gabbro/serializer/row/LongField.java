package io.gabbro.serializer.row;

import io.gabbro.bytes.LittleEndian;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.LongVector;
import io.gabbro.vector.Selection;

/** BIGINT, TIME and timestamps: eight bytes. */
final class LongField extends FixedField {
  @Override
  int width() {
    return Long.BYTES;
  }

  @Override
  void write(ColumnVector column, int row, byte[] target, int at) {
    LittleEndian.putLong(target, at, ((LongVector) column).values()[row]);
  }

  @Override
  void read(byte[] data, int[] starts, int shift, Selection rows, ColumnVector target) {
    long[] values = ((LongVector) target).values();
    if (rows.isAll()) {
      for (int row = 0; row < rows.count(); row++) {
        values[row] = LittleEndian.getLong(data, starts[row] + shift);
      }
    } else {
      int[] positions = rows.positions();
      for (int index = 0; index < rows.count(); index++) {
        int row = positions[index];
        values[row] = LittleEndian.getLong(data, starts[row] + shift);
      }
    }
  }
}
