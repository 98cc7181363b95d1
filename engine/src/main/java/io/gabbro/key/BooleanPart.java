package io.gabbro.key;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.vector.BooleanVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;

/** A byte: 0 or 1. */
final class BooleanPart extends PartCodec {
  private final int mask;

  BooleanPart(boolean descending) {
    mask = descending ? 0xFF : 0;
  }

  @Override
  int fixedWidth() {
    return 1;
  }

  @Override
  boolean refusesSome() {
    return true;
  }

  @Override
  void encode(ColumnVector column, int row, ByteBuilder target) {
    target.putByte((((BooleanVector) column).values()[row] ? 1 : 0) ^ mask);
  }

  @Override
  int end(byte[] keys, int start, int limit) {
    return start < limit && ((keys[start] ^ mask) & 0xFF) <= 1 ? start + 1 : -1;
  }

  @Override
  void decode(
      byte[] keys, int[] starts, int shift, int[] ends, Selection rows, ColumnVector target) {
    boolean[] values = ((BooleanVector) target).values();
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      values[row] = ((keys[starts[row] + shift] ^ mask) & 1) != 0;
    }
  }
}
