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
  private final RowKeyReader keyReader;
  private final ValueReader valueReader;
  private final KeyColumns keyColumns;
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
   * @param keyColumns which columns lie in the key
   * @param fieldColumns for each field of the reader its column
   * @param notNull for each column whether it must have a value
   */
  MappedRowDecoder(
      RowKeyReader keyReader,
      ValueReader valueReader,
      KeyColumns keyColumns,
      int[] fieldColumns,
      boolean[] notNull,
      List<String> names) {
    this.keyReader = keyReader;
    this.valueReader = valueReader;
    this.keyColumns = keyColumns;
    this.notNull = notNull;
    this.names = names;
    fields = new int[keyColumns.columnCount()];
    for (int field = 0; field < fieldColumns.length; field++) {
      fields[fieldColumns[field]] = field;
    }
  }

  @Override
  public boolean readsKeys(int[] columns) {
    return keyColumns.readsKeys(columns);
  }

  @Override
  public boolean readsValues(int[] columns) {
    return keyColumns.readsValues(columns);
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
    if (keyOffsets.length > 1 && !keyColumns.isEmpty()) {
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
    } else if (keyColumns.contains(column)) {
      keyReader.decode(keyColumns.part(column), rows, target);
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
