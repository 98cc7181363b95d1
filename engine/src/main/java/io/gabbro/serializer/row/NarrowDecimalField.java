package io.gabbro.serializer.row;

import io.gabbro.bytes.LittleEndian;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DecimalVector;
import io.gabbro.vector.Selection;

/** NUMERIC of up to 18 digits: the unscaled value in eight bytes. */
final class NarrowDecimalField extends FixedField {
  private final SqlType type;

  NarrowDecimalField(SqlType type) {
    this.type = type;
  }

  @Override
  int width() {
    return Long.BYTES;
  }

  @Override
  void write(ColumnVector column, int row, byte[] target, int at) {
    DecimalVector decimals = (DecimalVector) column;
    long low = decimals.low()[row];
    if (decimals.highWord(row) != low >> 63) {
      throw new GabbroException(ErrorCode.NUMERIC_OUT_OF_RANGE, type);
    }
    LittleEndian.putLong(target, at, low);
  }

  @Override
  void read(byte[] data, int[] starts, int shift, Selection rows, ColumnVector target) {
    DecimalVector decimals = (DecimalVector) target;
    long[] values = decimals.low();
    if (decimals.isWide()) {
      for (int index = 0; index < rows.count(); index++) {
        int row = rows.position(index);
        decimals.set(row, LittleEndian.getLong(data, starts[row] + shift));
      }
    } else if (rows.isAll()) {
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
