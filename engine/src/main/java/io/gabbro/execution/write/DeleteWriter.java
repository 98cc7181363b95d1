package io.gabbro.execution.write;

import io.gabbro.execution.expression.Predicate;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;
import java.util.Optional;
import java.util.function.Consumer;

/** Deletes rows that a scan found. */
public final class DeleteWriter {
  private final WriteTarget target;
  private final RowLocker locker;
  private final Consumer<RowBatch> deleted;
  private long count;

  /**
   * A writer to {@code target}.
   *
   * @param condition the condition of WHERE over the batches
   * @param deleted is shown the rows that were deleted
   */
  public DeleteWriter(
      WriteTarget target, Optional<Predicate> condition, Consumer<RowBatch> deleted) {
    this.target = target;
    this.deleted = deleted;
    locker = new RowLocker(target, condition);
  }

  /**
   * Deletes the selected rows that still match.
   *
   * @param batch all columns of the table, {@code _key} and {@code _value}
   */
  public void write(RowBatch batch) {
    delete(batch, locker.lock(batch));
    RowBatch changed = locker.changed();
    if (changed != null) {
      delete(changed, changed.selection());
    }
  }

  private void delete(RowBatch batch, Selection rows) {
    if (rows.count() == 0) {
      return;
    }
    BytesVector keys = (BytesVector) batch.column(batch.columnCount() - 2);
    for (int index = 0; index < rows.count(); index++) {
      byte[] key = keys.bytes(rows.position(index));
      target
          .transaction()
          .rows()
          .delete(target.table().id(), target.table().format(), target.family(), key, key.length);
    }
    count += rows.count();
    Selection selection = batch.selection();
    if (selection != rows) {
      selection.copyFrom(rows);
    }
    deleted.accept(batch);
  }

  /** The number of deleted rows. */
  public long count() {
    return count;
  }
}
