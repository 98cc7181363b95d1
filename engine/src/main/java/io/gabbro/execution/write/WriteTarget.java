package io.gabbro.execution.write;

import io.gabbro.catalog.Column;
import io.gabbro.catalog.KeyColumn;
import io.gabbro.catalog.TableDefinition;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.transaction.HiddenRowIds;
import io.gabbro.transaction.KeyValue;
import io.gabbro.transaction.LastKey;
import io.gabbro.transaction.Transaction;
import io.gabbro.transaction.TransactionManager;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.LongVector;
import io.gabbro.vector.Selection;
import io.gabbro.vector.Values;

/** A table that a statement writes to in a transaction. Used by one thread. */
public final class WriteTarget {
  private final TableDefinition table;
  private final Transaction transaction;
  private final ColumnFamily family;
  private final LastKey lastKey;
  private final HiddenRowIds rowIds;
  private final KeyValue row = new KeyValue();
  private final ColumnVector[] keyColumns;
  private final String name;

  /** A target in {@code transaction}, which must be one of {@code manager}. */
  public WriteTarget(TableDefinition table, TransactionManager manager, Transaction transaction) {
    this.table = table;
    this.transaction = transaction;
    name = table.name().toString();
    family = manager.family(table.format().columnFamily());
    boolean hidden = table.primaryKey().isEmpty();
    lastKey = manager.lastKey(table.id(), family, table.format().keyRange());
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

  /** Raises {@code NOT_NULL_VIOLATION} if a selected row has a NULL where none may be. */
  void checkNotNull(ColumnVector[] columns, Selection rows) {
    for (int index = 0; index < columns.length; index++) {
      if (firstNullRow(index, columns[index], rows) >= 0) {
        throw new GabbroException(
            ErrorCode.NOT_NULL_VIOLATION, table.columns().get(index).name(), name);
      }
    }
  }

  /** The selected row that {@link #checkNotNull} complains of; -1 when there is none. */
  int firstNullRow(ColumnVector[] columns, Selection rows) {
    for (int index = 0; index < columns.length; index++) {
      int row = firstNullRow(index, columns[index], rows);
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
    table.format().encodeValue(columns, position, row.valueBuilder());
    if (rowIds != null) {
      ((LongVector) keyColumns[0]).values()[0] = rowIds.next();
      table.format().encodeKey(keyColumns, 0, row.keyBuilder());
      transaction.put(table.id(), family, row);
    } else {
      encodeKey(columns, position);
      if (!transaction.insert(table.id(), family, lastKey, row, name)) {
        throw new GabbroException(ErrorCode.UNIQUE_VIOLATION, name, keyText(columns, position));
      }
    }
  }

  /** Builds the value of a row and writes it to a key that is locked. */
  void replace(ColumnVector[] columns, int position, byte[] key, int keyOffset, int keyLength) {
    row.clear();
    row.keyBuilder().put(key, keyOffset, keyLength);
    table.format().encodeValue(columns, position, row.valueBuilder());
    transaction.put(table.id(), family, row);
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
