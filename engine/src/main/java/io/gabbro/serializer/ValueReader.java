package io.gabbro.serializer;

import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;

/**
 * Decodes fields of the values of a mapped table, a block at a time. Fields are numbered as {@link
 * TableSerializer#map} was given them. Whatever the bytes are, no read leaves the value. Not
 * thread-safe.
 */
public interface ValueReader {
  /**
   * Starts a block. The value of row {@code r} is {@code values[offsets[r]] … values[offsets[r + 1]
   * - 1]}. The arrays must not change until the next call.
   *
   * @param listener is told of values that do not decode, now or during {@link #decode}
   */
  void begin(byte[] values, int[] offsets, int rows, RowDecoder.BadRowListener listener);

  /**
   * Decodes a field of the selected rows, each to its row in {@code target}, which is reset and
   * grown as needed. A field that is absent, or null, is NULL. A row whose value is found to be bad
   * is told to the listener of {@link #begin}, and NULL. Vectors of bytes may share the array of
   * {@link #begin}.
   */
  void decode(int field, Selection rows, ColumnVector target);
}
