package io.gabbro.execution.write;

import io.gabbro.catalog.Column;
import io.gabbro.catalog.KeyColumn;
import io.gabbro.catalog.TableDefinition;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.serializer.ValueWriter;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.transaction.HiddenRowIds;
import io.gabbro.transaction.KeyValue;
import io.gabbro.transaction.LastKey;
import io.gabbro.transaction.Transaction;
import io.gabbro.transaction.TransactionManager;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.LongVector;
import io.gabbro.vector.Selection;
import io.gabbro.vector.Values;
import java.util.HexFormat;

/** A table that a statement writes to in a transaction. Used by one thread. */
public final class WriteTarget {
  private final TableDefinition table;
  private final Transaction transaction;
  private final ColumnFamily family;
  private final LastKey lastKey;
  private final HiddenRowIds rowIds;
  private final KeyValue row = new KeyValue();
  private final ColumnVector[] keyColumns;
  private final ValueWriter values;
  private final String name;

  /** A target in {@code transaction}, which must be one of {@code manager}. */
  public WriteTarget(TableDefinition table, TransactionManager manager, Transaction transaction) {
    this.table = table;
    this.transaction = transaction;
    name = table.name().toString();
    family = manager.family(table.format().columnFamily());
    values = table.format().newWriter();
    boolean hidden = table.primaryKey().isEmpty() && !table.format().isMapped();
    lastKey =
        table.format().isMapped()
            ? null
            : manager.lastKey(table.id(), family, table.format().keyRange());
    rowIds = hidden ? manager.rowIds(table.id(), lastKey) : null;
    keyColumns = new ColumnVector[hidden ? 1 : table.primaryKey().size()];
    if (hidden) {
      keyColumns[0] = new LongVector(1);
    }
  }

  TableDefinition table() {
    return table;
  }

  Transaction transaction() {
    return transaction;
  }

  ColumnFamily family() {
    return family;
  }

  String name() {
    return name;
  }

  /** Whether a column is part of the primary key. */
  boolean isKey(int column) {
    return table.primaryKey().stream().anyMatch(key -> key.column() == column);
  }

  /**
   * Raises {@code NOT_NULL_VIOLATION} if a selected row has a NULL where none may be.
   *
   * @param keyOnly whether only columns of the primary key are looked at
   */
  void checkNotNull(ColumnVector[] columns, Selection rows, boolean keyOnly) {
    for (int index = 0; index < columns.length; index++) {
      if (!(keyOnly && !isKey(index)) && firstNullRow(index, columns[index], rows) >= 0) {
        throw new GabbroException(
            ErrorCode.NOT_NULL_VIOLATION, table.columns().get(index).name(), name);
      }
    }
  }

  /** The selected row that {@link #checkNotNull} complains of; -1 when there is none. */
  int firstNullRow(ColumnVector[] columns, Selection rows, boolean keyOnly) {
    for (int index = 0; index < columns.length; index++) {
      int row = keyOnly && !isKey(index) ? -1 : firstNullRow(index, columns[index], rows);
      if (row >= 0) {
        return row;
      }
    }
    return -1;
  }

  private int firstNullRow(int column, ColumnVector vector, Selection rows) {
    if (table.columns().get(column).notNull() && vector.mayHaveNulls()) {
      for (int index = 0; index < rows.count(); index++) {
        if (vector.isNull(rows.position(index))) {
          return rows.position(index);
        }
      }
    }
    return -1;
  }

  /** Builds key and value of a row and inserts it. */
  void insert(ColumnVector[] columns, int position) {
    row.clear();
    values.write(columns, position, row.valueBuilder());
    insertBuilt(columns, position);
  }

  /** As {@link #insert}, of a row that had another key before: {@code old} is its old value. */
  void insertMoved(ColumnVector[] columns, int position, BytesVector old) {
    row.clear();
    rewrite(columns, position, old);
    insertBuilt(columns, position);
  }

  /** Inserts a row whose value is given as bytes, after checking them. */
  void insertStored(ColumnVector[] columns, int position, BytesVector stored) {
    row.clear();
    putStored(stored, position);
    insertBuilt(columns, position);
  }

  private void insertBuilt(ColumnVector[] columns, int position) {
    if (rowIds != null) {
      ((LongVector) keyColumns[0]).values()[0] = rowIds.next();
      table.format().encodeKey(keyColumns, 0, row.keyBuilder());
      transaction.rows().put(table.id(), table.format(), family, row);
    } else {
      encodeKey(columns, position);
      if (!transaction.rows().insert(table.id(), table.format(), family, lastKey, row, name)) {
        throw new GabbroException(ErrorCode.UNIQUE_VIOLATION, name, keyText(columns, position));
      }
    }
  }

  /** Inserts an entry whose key and value are given as bytes, after checking both. */
  void insertEntry(BytesVector keys, BytesVector stored, int position) {
    row.clear();
    if (keys.isNull(position)) {
      throw new GabbroException(ErrorCode.NOT_NULL_VIOLATION, "_key", name);
    }
    row.keyBuilder().put(keys.data(), keys.start(position), keys.length(position));
    putStored(stored, position);
    if (!transaction.rows().insert(table.id(), table.format(), family, lastKey, row, name)) {
      throw new GabbroException(
          ErrorCode.UNIQUE_VIOLATION,
          name,
          "_key=0x" + HexFormat.of().formatHex(keys.bytes(position)));
    }
  }

  /**
   * Builds the changed value of a row and writes it to its key, which is locked.
   *
   * @param keys the keys of the batch
   * @param old the old values of the batch
   */
  void replace(ColumnVector[] columns, int position, BytesVector keys, BytesVector old) {
    row.clear();
    row.keyBuilder().put(keys.data(), keys.start(position), keys.length(position));
    rewrite(columns, position, old);
    transaction.rows().put(table.id(), table.format(), family, row);
  }

  /** As {@link #replace}, with a value that is given as bytes, after checking them. */
  void replaceStored(int position, BytesVector keys, BytesVector stored) {
    row.clear();
    row.keyBuilder().put(keys.data(), keys.start(position), keys.length(position));
    putStored(stored, position);
    transaction.rows().put(table.id(), table.format(), family, row);
  }

  private void rewrite(ColumnVector[] columns, int position, BytesVector old) {
    values.rewrite(
        columns,
        position,
        old.data(),
        old.start(position),
        old.length(position),
        row.valueBuilder());
  }

  private void putStored(BytesVector stored, int position) {
    if (stored.isNull(position)) {
      throw new GabbroException(ErrorCode.NOT_NULL_VIOLATION, "_value", name);
    }
    int start = stored.start(position);
    int length = stored.length(position);
    table.format().checkValue(stored.data(), start, length);
    row.valueBuilder().put(stored.data(), start, length);
  }

  /** Builds the key of a row, which {@link #row} then holds. */
  void encodeKey(ColumnVector[] columns, int position) {
    int part = 0;
    for (KeyColumn column : table.primaryKey()) {
      keyColumns[part++] = columns[column.column()];
    }
    row.keyBuilder().clear();
    table.format().encodeKey(keyColumns, position, row.keyBuilder());
  }

  /** The row that was built last. */
  KeyValue row() {
    return row;
  }

  private String keyText(ColumnVector[] columns, int position) {
    StringBuilder text = new StringBuilder();
    for (KeyColumn part : table.primaryKey()) {
      Column column = table.columns().get(part.column());
      text.append(text.length() == 0 ? "" : ", ")
          .append(column.name())
          .append('=')
          .append(Values.get(column.type(), columns[part.column()], position));
    }
    return text.toString();
  }
}
