package io.gabbro.serializer.row;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.vector.ColumnVector;

/** A block of encoded rows. */
final class Rows {
  private final ByteBuilder bytes = new ByteBuilder();
  private int[] offsets = {0};

  /** Appends a row. */
  Rows add(RowEncoder encoder, ColumnVector[] columns, int row) {
    encoder.encode(columns, row, bytes);
    return end();
  }

  /** Appends bytes as a row. */
  Rows add(byte[] row) {
    bytes.put(row);
    return end();
  }

  private Rows end() {
    offsets = java.util.Arrays.copyOf(offsets, offsets.length + 1);
    offsets[offsets.length - 1] = bytes.length();
    return this;
  }

  byte[] data() {
    return bytes.toByteArray();
  }

  int[] offsets() {
    return offsets;
  }

  int count() {
    return offsets.length - 1;
  }
}
