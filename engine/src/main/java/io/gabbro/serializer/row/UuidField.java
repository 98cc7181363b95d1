package io.gabbro.serializer.row;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;

/** UUID: its sixteen bytes, most significant first. */
final class UuidField extends FixedField {
  private static final int WIDTH = 16;

  @Override
  int width() {
    return WIDTH;
  }

  @Override
  void write(ColumnVector column, int row, byte[] target, int at) {
    BytesVector uuids = (BytesVector) column;
    if (uuids.length(row) != WIDTH) {
      throw new GabbroException(ErrorCode.INTERNAL, "a UUID of " + uuids.length(row) + " bytes");
    }
    System.arraycopy(uuids.data(), uuids.start(row), target, at, WIDTH);
  }

  @Override
  void read(byte[] data, int[] starts, int shift, Selection rows, ColumnVector target) {
    BytesVector uuids = (BytesVector) target;
    int[] valueStarts = uuids.starts();
    int[] lengths = uuids.lengths();
    uuids.share(data);
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      valueStarts[row] = starts[row] + shift;
      lengths[row] = WIDTH;
    }
  }
}
