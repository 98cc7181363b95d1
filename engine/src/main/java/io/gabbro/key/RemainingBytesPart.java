package io.gabbro.key;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.type.Utf8;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;

/** Text and byte strings as they are, up to the end of the key. */
final class RemainingBytesPart extends PartCodec {
  private final boolean text;

  RemainingBytesPart(boolean text) {
    this.text = text;
  }

  @Override
  int fixedWidth() {
    return VARIABLE;
  }

  @Override
  void encode(ColumnVector column, int row, ByteBuilder target) {
    BytesVector strings = (BytesVector) column;
    target.put(strings.data(), strings.start(row), strings.length(row));
  }

  @Override
  int end(byte[] keys, int start, int limit) {
    return text && !Utf8.isValid(keys, start, limit - start) ? -1 : limit;
  }

  @Override
  void decode(
      byte[] keys, int[] starts, int shift, int[] ends, Selection rows, ColumnVector target) {
    BytesVector strings = (BytesVector) target;
    strings.share(keys);
    int[] valueStarts = strings.starts();
    int[] valueLengths = strings.lengths();
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      int start = starts[row] + shift;
      valueStarts[row] = start;
      valueLengths[row] = ends[row] - start;
    }
  }
}
