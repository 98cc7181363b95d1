package io.gabbro.table;

import io.gabbro.key.RowKeyReader;
import io.gabbro.serializer.RowDecoder;
import io.gabbro.serializer.ValueReader;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;
import java.util.BitSet;
import java.util.List;

/** Decodes rows of a {@link MappedTableFormat}. Not thread-safe. */
final class MappedRowDecoder implements RowDecoder {
  /** The part of a column that is not in the key. */
  static final int NO_KEY_PART = -1;

  private final RowKeyReader keyReader;
  private final ValueReader valueReader;
  private final int[] keyParts;
  private final int[] fields;
  private final boolean[] notNull;
  private final List<String> names;
  private final BitSet badKeys = new BitSet();
  private final StoredBytes keys = new StoredBytes();
  private final StoredBytes values = new StoredBytes();
  private BadRowListener listener;

  /**
   * A decoder.
   *
   * @param keyParts for each column its part of the key, or {@link #NO_KEY_PART}
   * @param fieldColumns for each field of the reader its column
   * @param notNull for each column whether it must have a value
   */
  MappedRowDecoder(
      RowKeyReader keyReader,
      ValueReader valueReader,
      int[] keyParts,
      int[] fieldColumns,
      boolean[] notNull,
      List<String> names) {
    this.keyReader = keyReader;
    this.valueReader = valueReader;
    this.keyParts = keyParts;
    this.notNull = notNull;
    this.names = names;
    fields = new int[keyParts.length];
    for (int field = 0; field < fieldColumns.length; field++) {
      fields[fieldColumns[field]] = field;
    }
  }

  @Override
  public boolean readsKeys(int[] columns) {
    for (int column : columns) {
      if (column == KEY_COLUMN || (column >= 0 && keyParts[column] != NO_KEY_PART)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean readsValues(int[] columns) {
    for (int column : columns) {
      if (column == VALUE_COLUMN || (column >= 0 && keyParts[column] == NO_KEY_PART)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void begin(
      byte[] blockKeys,
      int[] keyOffsets,
      byte[] blockValues,
      int[] valueOffsets,
      int rows,
      BadRowListener badRows) {
    keys.use(blockKeys, keyOffsets);
    values.use(blockValues, valueOffsets);
    listener = badRows;
    badKeys.clear();
    if (keyOffsets.length > 1 && keyParts.length > fieldCount()) {
      keyReader.begin(
          blockKeys,
          keyOffsets,
          rows,
          (row, problem) -> {
            badKeys.set(row);
            badRows.badRow(row, "the key does not decode: " + problem);
          });
    }
    if (valueOffsets.length > 1) {
      valueReader.begin(blockValues, valueOffsets, rows, this::badValue);
    }
  }

  private int fieldCount() {
    int count = 0;
    for (int part : keyParts) {
      count += part == NO_KEY_PART ? 1 : 0;
    }
    return count;
  }

  private void badValue(int row, String problem) {
    if (!badKeys.get(row)) {
      listener.badRow(row, problem);
    }
  }

  @Override
  public void decode(int column, Selection rows, ColumnVector target) {
    if (column == KEY_COLUMN) {
      keys.decode(rows, target);
    } else if (column == VALUE_COLUMN) {
      values.decode(rows, target);
    } else if (keyParts[column] != NO_KEY_PART) {
      keyReader.decode(keyParts[column], rows, target);
    } else {
      valueReader.decode(fields[column], rows, target);
      if (notNull[column] && target.mayHaveNulls()) {
        refuseNulls(column, rows, target);
      }
    }
  }

  private void refuseNulls(int column, Selection rows, ColumnVector target) {
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      if (target.isNull(row)) {
        badValue(row, "column \"" + names.get(column) + "\" is NULL");
      }
    }
  }
}
