package io.gabbro.execution.write;

import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;

/** Inserts batches of rows into a table. */
public final class InsertWriter {
  private final WriteTarget target;
  private final ColumnVector[] columns;
  private long count;
  private int failedRow = -1;

  /** A writer to {@code target}. */
  public InsertWriter(WriteTarget target) {
    this.target = target;
    columns = new ColumnVector[target.table().columns().size()];
  }

  /**
   * Inserts all selected rows.
   *
   * @param batch the columns of the table, in its order
   * @throws io.gabbro.error.GabbroException {@code NOT_NULL_VIOLATION}, {@code UNIQUE_VIOLATION},
   *     or what a lock raises
   */
  public void write(RowBatch batch) {
    for (int index = 0; index < columns.length; index++) {
      columns[index] = batch.column(index);
    }
    Selection rows = batch.selection();
    failedRow = target.firstNullRow(columns, rows);
    target.checkNotNull(columns, rows);
    for (int index = 0; index < rows.count(); index++) {
      failedRow = rows.position(index);
      target.insert(columns, failedRow);
    }
    failedRow = -1;
    count += rows.count();
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
