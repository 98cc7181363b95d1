package io.gabbro.execution.sort;

import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.RowBatch;

/**
 * Sorts the rows of a buffer by their indexes: first by a word of the first key, then rows with
 * equal words by comparing them. Stable.
 */
public final class RowSorter {
  /** The bytes of heap that sorting takes for each row, beside the row itself. */
  public static final int BYTES_PER_ROW = 28;

  private final RowBuffer buffer;
  private final RowOrder order;

  private RowSorter(RowBuffer buffer, RowOrder order) {
    this.buffer = buffer;
    this.order = order;
  }

  /** The indexes of the rows of a buffer in an order. */
  public static int[] sort(RowBuffer buffer, RowOrder order) {
    return new RowSorter(buffer, order).sort();
  }

  private int[] sort() {
    int count = buffer.count();
    int[] nulls = new int[count];
    int[] indexes = new int[count];
    long[] words = new long[count];
    int nullCount = 0;
    int wordCount = 0;
    RowOrder.Key key = order.first();
    long flip = key.descending() ? -1 : 0;
    int index = 0;
    for (RowBatch chunk : buffer.chunks()) {
      ColumnVector column = chunk.column(key.column());
      int rows = chunk.selection().count();
      for (int row = 0; row < rows; row++) {
        if (column.isNull(row)) {
          nulls[nullCount++] = index++;
        } else {
          words[wordCount] = KeyPrefix.of(column, row) ^ flip;
          indexes[wordCount++] = index++;
        }
      }
    }
    IndexSort.byWords(words, indexes, wordCount);
    boolean exact = KeyPrefix.isExact(buffer.kinds().get(key.column()));
    sortTies(words, indexes, wordCount, exact ? 1 : 0);
    if (nullCount == 0) {
      return indexes;
    }
    if (order.keyCount() > 1) {
      IndexSort.byComparator(nulls, 0, nullCount, comparator(1), new int[nullCount]);
    }
    int[] first = key.nullsFirst() ? nulls : indexes;
    int[] last = key.nullsFirst() ? indexes : nulls;
    int firstCount = key.nullsFirst() ? nullCount : wordCount;
    int[] sorted = new int[count];
    System.arraycopy(first, 0, sorted, 0, firstCount);
    System.arraycopy(last, 0, sorted, firstCount, count - firstCount);
    return sorted;
  }

  private void sortTies(long[] words, int[] indexes, int count, int firstKey) {
    if (firstKey == order.keyCount()) {
      return;
    }
    IndexSort.IndexComparator comparator = comparator(firstKey);
    int[] scratch = null;
    int start = 0;
    while (start < count) {
      int end = start + 1;
      while (end < count && words[end] == words[start]) {
        end++;
      }
      if (end - start > 1) {
        scratch = scratch == null ? new int[count] : scratch;
        IndexSort.byComparator(indexes, start, end, comparator, scratch);
      }
      start = end;
    }
  }

  private IndexSort.IndexComparator comparator(int firstKey) {
    return (left, right) ->
        order.compare(
            buffer.chunk(left),
            RowBuffer.position(left),
            buffer.chunk(right),
            RowBuffer.position(right),
            firstKey);
  }
}
