package io.gabbro.column.segment;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.vector.ColumnVector;

/**
 * Distinct values and a code a row; NULLs have the code 0. Immutable.
 *
 * @param values the distinct values, ascending
 * @param size their number, at least 1
 * @param codes the row of {@code values} for each row of the segment
 */
record Dictionary(ColumnVector values, int size, Codes codes) {
  static Dictionary read(SegmentShape shape, boolean wide, SegmentInput in) {
    int size = in.intValue();
    in.check(size > 0 && size <= Codes.MAX_ENTRIES);
    ColumnVector values = StoredValues.read(shape.kind(), wide, size, in);
    for (int code = 1; code < size; code++) {
      in.check(values.compare(code - 1, values, code) < 0);
    }
    return new Dictionary(values, size, Codes.read(in, shape.rows(), size));
  }

  void write(ByteBuilder out) {
    out.putIntLittle(size);
    StoredValues.write(values, size, out);
    codes.write(out);
  }

  void decodeCodes(int start, int count, NullBitmap nulls, int[] target) {
    codes.offsets().add(0, start, count, target);
    if (nulls != null) {
      nulls.replace(start, count, size, target);
    }
  }

  long memoryBytes() {
    return StoredValues.memoryBytes(values) + codes.memoryBytes();
  }
}
