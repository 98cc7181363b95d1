package io.gabbro.column.segment;

import io.gabbro.vector.ColumnVector;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Finds the distinct values of a vector, unless there are too many. Not thread-safe. */
final class DictionaryBuilder {
  private static final int EMPTY = -1;

  private final ColumnVector values;
  private final int rowCount;
  private final int[] entryOfRow;
  private final int[] rowOfEntry;
  private final int[] table;
  private int entries;

  /**
   * Looks at the first rows.
   *
   * @param nulls which of them are NULL, null when none is
   * @param limit the most distinct values that a dictionary is wanted for
   */
  DictionaryBuilder(ColumnVector values, int rowCount, NullBitmap nulls, int limit) {
    this.values = values;
    this.rowCount = rowCount;
    entryOfRow = new int[rowCount];
    rowOfEntry = new int[limit];
    table = new int[Integer.highestOneBit(limit) * 4];
    Arrays.fill(table, EMPTY);
    for (int row = 0; row < rowCount; row++) {
      if (nulls != null && nulls.isNull(row)) {
        entryOfRow[row] = EMPTY;
      } else if (!add(row)) {
        entries = 0;
        return;
      }
    }
    sort();
  }

  private boolean add(int row) {
    int slot = (int) values.hash(row) & (table.length - 1);
    while (table[slot] != EMPTY) {
      if (Identity.same(values, rowOfEntry[table[slot]], row)) {
        entryOfRow[row] = table[slot];
        return true;
      }
      slot = (slot + 1) & (table.length - 1);
    }
    if (entries == rowOfEntry.length) {
      return false;
    }
    table[slot] = entries;
    entryOfRow[row] = entries;
    rowOfEntry[entries++] = row;
    return true;
  }

  /** Renames the entries in the order of their values; drops all if two are equal in SQL. */
  private void sort() {
    Comparator<Integer> byValue =
        (left, right) -> values.compare(rowOfEntry[left], values, rowOfEntry[right]);
    int[] order =
        IntStream.range(0, entries).boxed().sorted(byValue).mapToInt(Integer::intValue).toArray();
    int[] codes = new int[entries];
    int[] rows = new int[entries];
    for (int code = 0; code < entries; code++) {
      codes[order[code]] = code;
      rows[code] = rowOfEntry[order[code]];
    }
    for (int code = 1; code < entries; code++) {
      if (values.compare(rows[code - 1], values, rows[code]) == 0) {
        entries = 0;
        return;
      }
    }
    System.arraycopy(rows, 0, rowOfEntry, 0, entries);
    for (int row = 0; row < rowCount; row++) {
      entryOfRow[row] = entryOfRow[row] == EMPTY ? 0 : codes[entryOfRow[row]];
    }
  }

  /** The number of distinct values; 0 when there is no dictionary. */
  int entries() {
    return entries;
  }

  /** A row that holds the value of each entry, in the order of the values. */
  int[] rows() {
    return rowOfEntry;
  }

  /** The dictionary, when there is one. */
  Dictionary build() {
    ColumnVector distinct = StoredValues.copy(values, rowOfEntry, entries);
    return new Dictionary(distinct, entries, Codes.of(entryOfRow, rowCount, entries));
  }
}
