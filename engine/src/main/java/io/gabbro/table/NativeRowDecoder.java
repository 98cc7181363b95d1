package io.gabbro.table;

import io.gabbro.key.RowKeyReader;
import io.gabbro.serializer.RowDecoder;
import io.gabbro.serializer.row.RowMapping;
import io.gabbro.serializer.row.RowReader;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;
import java.util.BitSet;
import java.util.List;

/** Decodes rows of a {@link NativeTableFormat}. Not thread-safe. */
final class NativeRowDecoder implements RowDecoder {
  private final RowKeyReader keyReader;
  private final RowReader rowReader;
  private final KeyColumns keyColumns;
  private final BitSet badKeys = new BitSet();
  private final StoredBytes keyBytes = new StoredBytes();
  private final StoredBytes valueBytes = new StoredBytes();

  /**
   * A decoder.
   *
   * @param keyColumns which columns lie in the key
   */
  NativeRowDecoder(
      List<RowMapping> mappings,
      ColumnVector[] missing,
      RowKeyReader keyReader,
      KeyColumns keyColumns) {
    this.keyReader = keyReader;
    this.keyColumns = keyColumns;
    rowReader = new RowReader(mappings, keyColumns.columnCount(), missing);
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
      byte[] keys,
      int[] keyOffsets,
      byte[] values,
      int[] valueOffsets,
      int rows,
      BadRowListener listener) {
    keyBytes.use(keys, keyOffsets);
    valueBytes.use(values, valueOffsets);
    badKeys.clear();
    if (keys.length > 0) {
      keyReader.begin(
          keys,
          keyOffsets,
          rows,
          (row, problem) -> {
            badKeys.set(row);
            listener.badRow(row, "the key does not decode: " + problem);
          });
    }
    if (values.length > 0) {
      rowReader.begin(
          values,
          valueOffsets,
          rows,
          (row, problem) -> {
            if (!badKeys.get(row)) {
              listener.badRow(row, "the row does not decode: " + problem);
            }
          });
    }
  }

  @Override
  public void decode(int column, Selection rows, ColumnVector target) {
    if (column == KEY_COLUMN) {
      keyBytes.decode(rows, target);
    } else if (column == VALUE_COLUMN) {
      valueBytes.decode(rows, target);
    } else if (keyColumns.contains(column)) {
      keyReader.decode(keyColumns.part(column), rows, target);
    } else {
      rowReader.decode(column, rows, target);
    }
  }
}
