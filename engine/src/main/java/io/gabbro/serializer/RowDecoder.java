package io.gabbro.serializer;

import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;

/**
 * Decodes columns of a table from blocks of its entries. An instance belongs to one scan of one
 * thread. Columns are numbered as in the table's definition.
 */
public interface RowDecoder {
  /** The number of the pseudo-column {@code _key}: the bytes of the key as stored. */
  int KEY_COLUMN = -1;

  /** The number of the pseudo-column {@code _value}: the bytes of the value as stored. */
  int VALUE_COLUMN = -2;

  /** Hears of entries that do not decode. */
  @FunctionalInterface
  interface BadRowListener {
    /**
     * An entry of the block does not decode.
     *
     * @param row its row in the block
     * @param problem what is wrong with it, for the user
     */
    void badRow(int row, String problem);
  }

  /** Whether {@link #begin} needs keys for these columns. */
  boolean readsKeys(int[] columns);

  /** Whether {@link #begin} needs values for these columns. */
  boolean readsValues(int[] columns);

  /**
   * Starts a block and checks each of its entries as far as needed to decode any column safely. Row
   * {@code r} has the key {@code keys[keyOffsets[r]] … keys[keyOffsets[r + 1] - 1]}, and its value
   * likewise. The arrays must not change until the next call.
   *
   * @param keys all keys; an array of length 0 when {@link #readsKeys} says no, and only then
   * @param values all values; an array of length 0 when {@link #readsValues} says no, and only
   *     then: where all values are empty it has room that is not used
   * @param listener is told of bad entries, now or during {@link #decode}; what has been decoded of
   *     them must not be used
   */
  void begin(
      byte[] keys,
      int[] keyOffsets,
      byte[] values,
      int[] valueOffsets,
      int rows,
      BadRowListener listener);

  /**
   * Decodes a column for the selected rows, each to its row in {@code target}, which is reset and
   * grown as needed. A row that turns out to be bad is told to the listener of {@link #begin}.
   * Vectors of bytes may share the arrays of {@link #begin}.
   */
  void decode(int column, Selection rows, ColumnVector target);
}
