package io.gabbro.serializer.row;

import io.gabbro.bytes.LittleEndian;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DecimalVector;
import io.gabbro.vector.Selection;

/** NUMERIC of more than 18 digits: the unscaled value in sixteen bytes, two's complement. */
final class WideDecimalField extends FixedField {
  @Override
  int width() {
    return 2 * Long.BYTES;
  }

  @Override
  void write(ColumnVector column, int row, byte[] target, int at) {
    DecimalVector decimals = (DecimalVector) column;
    LittleEndian.putLong(target, at, decimals.low()[row]);
    LittleEndian.putLong(target, at + Long.BYTES, decimals.highWord(row));
  }

  @Override
  void read(byte[] data, int[] starts, int shift, Selection rows, ColumnVector target) {
    DecimalVector decimals = (DecimalVector) target;
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      int at = starts[row] + shift;
      decimals.set(
          row, LittleEndian.getLong(data, at + Long.BYTES), LittleEndian.getLong(data, at));
    }
  }
}
