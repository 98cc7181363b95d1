package io.gabbro.serializer.row;

import io.gabbro.bytes.LittleEndian;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DoubleVector;
import io.gabbro.vector.Selection;

/** DOUBLE PRECISION: the eight bytes of IEEE 754. */
final class DoubleField extends FixedField {
  @Override
  int width() {
    return Double.BYTES;
  }

  @Override
  void write(ColumnVector column, int row, byte[] target, int at) {
    double value = ((DoubleVector) column).values()[row];
    LittleEndian.putLong(target, at, Double.doubleToRawLongBits(value));
  }

  @Override
  void read(byte[] data, int[] starts, int shift, Selection rows, ColumnVector target) {
    double[] values = ((DoubleVector) target).values();
    if (rows.isAll()) {
      for (int row = 0; row < rows.count(); row++) {
        values[row] = Double.longBitsToDouble(LittleEndian.getLong(data, starts[row] + shift));
      }
    } else {
      int[] positions = rows.positions();
      for (int index = 0; index < rows.count(); index++) {
        int row = positions[index];
        values[row] = Double.longBitsToDouble(LittleEndian.getLong(data, starts[row] + shift));
      }
    }
  }
}
