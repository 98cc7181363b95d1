package io.gabbro.execution.write;

import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;
import java.util.function.Consumer;

/** Inserts batches of rows into a table. */
public final class InsertWriter {
  private final WriteTarget target;
  private final StoredParts stored;
  private final Consumer<RowBatch> inserted;
  private final ColumnVector[] columns;
  private final ColumnVector[] withKey;
  private final BytesVector keys = new BytesVector(RowBatch.CAPACITY);
  private long count;
  private int failedRow = -1;

  /**
   * A writer to {@code target}.
   *
   * @param stored what the rows hold as bytes, behind the columns of the table
   * @param inserted is shown the rows: all columns of the table, then {@code _key}; values that
   *     were given as bytes are shown to it as NULL in all columns but those of the key
   */
  public InsertWriter(WriteTarget target, StoredParts stored, Consumer<RowBatch> inserted) {
    this.target = target;
    this.stored = stored;
    this.inserted = inserted;
    columns = new ColumnVector[target.table().columns().size()];
    withKey = new ColumnVector[columns.length + 1];
  }

  /**
   * Inserts all selected rows.
   *
   * @param batch the columns of the table, in its order, then those of {@link StoredParts}
   * @throws io.gabbro.error.GabbroException {@code NOT_NULL_VIOLATION}, {@code UNIQUE_VIOLATION},
   *     {@code SERIALIZATION}, or what a lock raises
   */
  public void write(RowBatch batch) {
    for (int index = 0; index < columns.length; index++) {
      columns[index] = batch.column(index);
    }
    Selection rows = batch.selection();
    failedRow = target.firstNullRow(columns, rows, stored.value());
    target.checkNotNull(columns, rows, stored.value());
    keys.reset();
    keys.ensureCapacity(rows.end());
    for (int index = 0; index < rows.count(); index++) {
      failedRow = rows.position(index);
      insert(batch, failedRow);
      keys.set(failedRow, target.row().key(), 0, target.row().keyLength());
    }
    failedRow = -1;
    count += rows.count();
    System.arraycopy(columns, 0, withKey, 0, columns.length);
    withKey[columns.length] = keys;
    inserted.accept(new RowBatch(withKey, rows));
  }

  private void insert(RowBatch batch, int row) {
    if (!stored.value()) {
      target.insert(columns, row);
      return;
    }
    BytesVector values = (BytesVector) batch.column(batch.columnCount() - 1);
    if (stored.key()) {
      target.insertEntry((BytesVector) batch.column(batch.columnCount() - 2), values, row);
    } else {
      target.insertStored(columns, row, values);
    }
  }

  /** The row of the last batch that made {@link #write} fail; -1 when it is not known. */
  public int failedRow() {
    return failedRow;
  }

  /** The number of inserted rows. */
  public long count() {
    return count;
  }
}
