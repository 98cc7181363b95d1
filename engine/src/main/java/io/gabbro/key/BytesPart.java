package io.gabbro.key;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;

/**
 * Text and byte strings: each byte as it is, 00 as {@code 00 FF}, and {@code 00 00} at the end. A
 * string thus comes before all that it is the start of, whatever follows in the key.
 */
final class BytesPart extends PartCodec {
  private static final int TERMINATOR_WIDTH = 2;

  private final int mask;

  BytesPart(boolean descending) {
    mask = descending ? 0xFF : 0;
  }

  @Override
  int fixedWidth() {
    return VARIABLE;
  }

  @Override
  void encode(ColumnVector column, int row, ByteBuilder target) {
    BytesVector strings = (BytesVector) column;
    EscapedBytes.append(strings.data(), strings.start(row), strings.length(row), mask, target);
  }

  @Override
  int end(byte[] keys, int start, int limit) {
    return EscapedBytes.end(keys, start, limit, mask);
  }

  @Override
  void decode(
      byte[] keys, int[] starts, int shift, int[] ends, Selection rows, ColumnVector target) {
    BytesVector strings = (BytesVector) target;
    if (mask == 0 && share(keys, starts, shift, ends, rows, strings)) {
      return;
    }
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      int start = starts[row] + shift;
      byte[] copy = strings.reserve(ends[row] - start);
      int used = strings.used();
      int length = EscapedBytes.copy(keys, start, mask, copy, used);
      strings.endValue(row, length);
    }
  }

  /** Lets the vector point into the keys; false when a value is escaped, so that it cannot. */
  private static boolean share(
      byte[] keys, int[] starts, int shift, int[] ends, Selection rows, BytesVector target) {
    int[] valueStarts = target.starts();
    int[] valueLengths = target.lengths();
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      int start = starts[row] + shift;
      int length = ends[row] - TERMINATOR_WIDTH - start;
      if (EscapedBytes.indexOf(keys, start, start + length, 0) >= 0) {
        return false;
      }
      valueStarts[row] = start;
      valueLengths[row] = length;
    }
    target.share(keys);
    return true;
  }
}
