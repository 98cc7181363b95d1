package io.gabbro.serializer.row;

import io.gabbro.bytes.LittleEndian;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DoubleVector;
import io.gabbro.vector.Selection;

/** REAL: the four bytes of IEEE 754. */
final class FloatField extends FixedField {
  @Override
  int width() {
    return Float.BYTES;
  }

  @Override
  void write(ColumnVector column, int row, byte[] target, int at) {
    float value = (float) ((DoubleVector) column).values()[row];
    LittleEndian.putInt(target, at, Float.floatToRawIntBits(value));
  }

  @Override
  void read(byte[] data, int[] starts, int shift, Selection rows, ColumnVector target) {
    double[] values = ((DoubleVector) target).values();
    if (rows.isAll()) {
      for (int row = 0; row < rows.count(); row++) {
        values[row] = Float.intBitsToFloat(LittleEndian.getInt(data, starts[row] + shift));
      }
    } else {
      int[] positions = rows.positions();
      for (int index = 0; index < rows.count(); index++) {
        int row = positions[index];
        values[row] = Float.intBitsToFloat(LittleEndian.getInt(data, starts[row] + shift));
      }
    }
  }
}
