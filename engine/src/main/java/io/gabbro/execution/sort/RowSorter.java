package io.gabbro.execution.sort;

import io.gabbro.type.VectorKind;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;

/**
 * Sorts the rows of a buffer by their indexes, stably. Rows that are equal so far are sorted by a
 * word of the next key at a time: NULLs are put aside, the others sorted by radix. Few rows are
 * compared instead, and so are keys whose words do not decide.
 */
public final class RowSorter {
  /** The bytes of heap that sorting takes for each row, beside the row itself. */
  public static final int BYTES_PER_ROW = 24;

  /** So few rows are sorted faster by comparing them. */
  private static final int FEW = 64;

  /** Byte strings are compared when they are equal up to here. */
  private static final int MAX_OFFSET = 64;

  private final RowBuffer buffer;
  private final RowOrder order;
  private final int[] indexes;
  private final int[] scratch;
  private final long[] words;
  private final long[] scratchWords;

  private RowSorter(RowBuffer buffer, RowOrder order) {
    this.buffer = buffer;
    this.order = order;
    int count = buffer.count();
    indexes = new int[count];
    scratch = new int[count];
    words = new long[count];
    scratchWords = new long[count];
    for (int index = 0; index < count; index++) {
      indexes[index] = index;
    }
  }

  /** The indexes of the rows of a buffer in an order. */
  public static int[] sort(RowBuffer buffer, RowOrder order) {
    RowSorter sorter = new RowSorter(buffer, order);
    sorter.sort(0, buffer.count(), 0, 0);
    return sorter.indexes;
  }

  /**
   * Sorts rows that are equal in the keys before {@code key} and in the bytes of its value before
   * {@code offset}.
   */
  private void sort(int start, int end, int key, int offset) {
    if (key == order.keyCount() || end - start < 2) {
      return;
    }
    VectorKind kind = buffer.kinds().get(order.key(key).column());
    boolean hasWords =
        kind != VectorKind.INTERVAL && (kind != VectorKind.BYTES || offset < MAX_OFFSET);
    if (end - start <= FEW || !hasWords) {
      IndexSort.byComparator(indexes, start, end, comparator(key), scratch);
      return;
    }
    int from = start;
    int to = end;
    if (offset == 0) {
      int nulls = partitionNulls(start, end, order.key(key));
      boolean first = order.key(key).nullsFirst();
      from = first ? start + nulls : start;
      to = first ? end : end - nulls;
      sort(first ? start : to, first ? from : end, key + 1, 0);
    }
    sortWords(from, to, key, offset, kind);
  }

  /** Moves the rows whose key is NULL to their end of the part; returns their number. */
  private int partitionNulls(int start, int end, RowOrder.Key key) {
    int nulls = 0;
    int others = start;
    for (int at = start; at < end; at++) {
      int index = indexes[at];
      if (column(index, key).isNull(RowBuffer.position(index))) {
        scratch[nulls++] = index;
      } else {
        indexes[others++] = index;
      }
    }
    if (nulls > 0 && key.nullsFirst()) {
      System.arraycopy(indexes, start, indexes, start + nulls, others - start);
    }
    System.arraycopy(scratch, 0, indexes, key.nullsFirst() ? start : others, nulls);
    return nulls;
  }

  private void sortWords(int start, int end, int key, int offset, VectorKind kind) {
    RowOrder.Key orderKey = order.key(key);
    long flip = orderKey.descending() ? -1 : 0;
    for (int at = start; at < end; at++) {
      words[at] = word(indexes[at], orderKey, offset) ^ flip;
    }
    IndexSort.byWords(words, indexes, start, end, scratchWords, scratch);
    int first = start;
    while (first < end) {
      int last = first + 1;
      while (last < end && words[last] == words[first]) {
        last++;
      }
      if (last - first > 1) {
        sortTies(first, last, key, offset, kind);
      }
      first = last;
    }
  }

  /** Sorts rows whose words of a key are equal; their words are of no use afterwards. */
  private void sortTies(int start, int end, int key, int offset, VectorKind kind) {
    if (KeyPrefix.isExact(kind)) {
      sort(start, end, key + 1, 0);
    } else if (kind == VectorKind.BYTES && offset + Long.BYTES < MAX_OFFSET) {
      if (endTogether(start, end, order.key(key), offset + Long.BYTES)) {
        sort(start, end, key + 1, 0);
      } else if (goOn(start, end, order.key(key), offset + Long.BYTES)) {
        sort(start, end, key, offset + Long.BYTES);
      } else {
        IndexSort.byComparator(indexes, start, end, comparator(key), scratch);
      }
    } else {
      IndexSort.byComparator(indexes, start, end, comparator(key), scratch);
    }
  }

  /** Whether all strings have the same length, and no bytes from {@code offset} on. */
  private boolean endTogether(int start, int end, RowOrder.Key key, int offset) {
    int length = length(indexes[start], key);
    if (length > offset) {
      return false;
    }
    for (int at = start + 1; at < end; at++) {
      if (length(indexes[at], key) != length) {
        return false;
      }
    }
    return true;
  }

  /** Whether all strings have at least {@code offset} bytes. */
  private boolean goOn(int start, int end, RowOrder.Key key, int offset) {
    for (int at = start; at < end; at++) {
      if (length(indexes[at], key) < offset) {
        return false;
      }
    }
    return true;
  }

  private int length(int index, RowOrder.Key key) {
    return ((BytesVector) column(index, key)).length(RowBuffer.position(index));
  }

  private long word(int index, RowOrder.Key key, int offset) {
    ColumnVector column = column(index, key);
    return offset == 0
        ? KeyPrefix.of(column, RowBuffer.position(index))
        : KeyPrefix.of((BytesVector) column, RowBuffer.position(index), offset);
  }

  private ColumnVector column(int index, RowOrder.Key key) {
    return buffer.chunk(index).column(key.column());
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
