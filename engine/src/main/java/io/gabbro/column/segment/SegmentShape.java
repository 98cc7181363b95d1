package io.gabbro.column.segment;

import io.gabbro.type.VectorKind;
import io.gabbro.vector.ColumnVector;

/**
 * What segments of all encodings have.
 *
 * @param kind the kind of the values
 * @param rows the number of rows
 * @param nulls which rows are NULL, null when none is
 * @param bounds the least and the greatest value, null when they are not kept
 */
record SegmentShape(VectorKind kind, int rows, NullBitmap nulls, ColumnVector bounds) {
  int nullCount() {
    return nulls == null ? 0 : nulls.count();
  }

  long memoryBytes() {
    return 64
        + (nulls == null ? 0 : nulls.memoryBytes())
        + (bounds == null ? 0 : StoredValues.memoryBytes(bounds));
  }
}
