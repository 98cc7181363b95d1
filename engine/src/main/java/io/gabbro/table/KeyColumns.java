package io.gabbro.table;

import io.gabbro.catalog.KeyColumn;
import io.gabbro.serializer.RowDecoder;
import java.util.Arrays;
import java.util.List;

/** Which columns of a table lie in its keys, and where. Immutable and thread-safe. */
final class KeyColumns {
  private static final int NO_PART = -1;

  private final int[] parts;
  private final boolean isEmpty;

  KeyColumns(int columnCount, List<KeyColumn> primaryKey) {
    parts = new int[columnCount];
    Arrays.fill(parts, NO_PART);
    for (int part = 0; part < primaryKey.size(); part++) {
      parts[primaryKey.get(part).column()] = part;
    }
    isEmpty = primaryKey.isEmpty();
  }

  /** The number of columns of the table. */
  int columnCount() {
    return parts.length;
  }

  /** Whether no column lies in the key. */
  boolean isEmpty() {
    return isEmpty;
  }

  /** Whether a column lies in the key. */
  boolean contains(int column) {
    return parts[column] != NO_PART;
  }

  /** The part of the key that a column is, which lies in it. */
  int part(int column) {
    return parts[column];
  }

  /** Whether keys are needed to decode columns, of which some may be pseudo-columns. */
  boolean readsKeys(int[] columns) {
    for (int column : columns) {
      if (column == RowDecoder.KEY_COLUMN || (column >= 0 && contains(column))) {
        return true;
      }
    }
    return false;
  }

  /** Whether values are needed to decode columns, of which some may be pseudo-columns. */
  boolean readsValues(int[] columns) {
    for (int column : columns) {
      if (column == RowDecoder.VALUE_COLUMN || (column >= 0 && !contains(column))) {
        return true;
      }
    }
    return false;
  }
}
