package io.gabbro.column;

import io.gabbro.storage.KeyRange;
import java.util.List;

/** A part of the keys that a scan reads. */
public sealed interface ColumnPiece {
  /** Keys whose rows are read from the store. */
  record Stored(KeyRange range) implements ColumnPiece {}

  /**
   * Keys whose rows are in a group, but for those that may have been written since.
   *
   * @param group the group
   * @param range the keys
   * @param start its first row that belongs to the piece
   * @param end the row behind the last
   * @param excluded rows that are not to be read from the group, ascending
   * @param dirty the keys that are to be read from the store, ascending; not each of them exists
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Grouped(
      RowGroup group, KeyRange range, int start, int end, int[] excluded, List<byte[]> dirty)
      implements ColumnPiece {}
}
