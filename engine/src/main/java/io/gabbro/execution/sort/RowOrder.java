package io.gabbro.execution.sort;

import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.RowBatch;
import java.util.List;

/** An order of rows by some of their columns. Immutable and thread-safe. */
public final class RowOrder {
  /**
   * A column to order by.
   *
   * @param column its position
   * @param descending whether greater values come first
   * @param nullsFirst whether NULLs come first
   */
  public record Key(int column, boolean descending, boolean nullsFirst) {}

  private final Key[] keys;

  /** An order by at least one column. */
  public RowOrder(List<Key> keys) {
    this.keys = keys.toArray(Key[]::new);
  }

  /** The number of keys. */
  int keyCount() {
    return keys.length;
  }

  /** A key, from zero. */
  Key key(int index) {
    return keys[index];
  }

  /** The first key. */
  Key first() {
    return keys[0];
  }

  /** Compares two rows of batches of the same columns, by the keys from {@code firstKey} on. */
  int compare(RowBatch left, int leftRow, RowBatch right, int rightRow, int firstKey) {
    for (int index = firstKey; index < keys.length; index++) {
      Key key = keys[index];
      ColumnVector leftColumn = left.column(key.column);
      ColumnVector rightColumn = right.column(key.column);
      boolean leftNull = leftColumn.isNull(leftRow);
      boolean rightNull = rightColumn.isNull(rightRow);
      if (leftNull || rightNull) {
        if (leftNull != rightNull) {
          return leftNull == key.nullsFirst ? -1 : 1;
        }
        continue;
      }
      int order = leftColumn.compare(leftRow, rightColumn, rightRow);
      if (order != 0) {
        return key.descending ? -order : order;
      }
    }
    return 0;
  }
}
