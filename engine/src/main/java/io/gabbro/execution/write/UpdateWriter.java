package io.gabbro.execution.write;

import io.gabbro.catalog.KeyColumn;
import io.gabbro.error.GabbroException;
import io.gabbro.execution.expression.Evaluator;
import io.gabbro.execution.expression.Predicate;
import io.gabbro.serializer.RowDecoder;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Writes new values to rows that a scan found. Rows whose primary key changes are deleted at once
 * and inserted by {@link #finish}, so that {@code SET id = id + 1} meets no key of its own.
 */
public final class UpdateWriter {
  private final WriteTarget target;
  private final RowLocker locker;
  private final Evaluator[] assigned;
  private final int[] assignedColumns;
  private final boolean assignsKey;
  private final Evaluator storedValue;
  private final Consumer<RowBatch> updated;
  private final ColumnVector[] columns;
  private final List<RowBatch> moved = new ArrayList<>();
  private long count;

  /**
   * A writer to {@code target}.
   *
   * @param condition the condition of WHERE over the batches
   * @param assignedColumns the positions of the columns that get new values
   * @param assigned their new values over the batches
   * @param updated is shown the new rows: all columns of the table, then {@code _key}
   */
  public UpdateWriter(
      WriteTarget target,
      Optional<Predicate> condition,
      int[] assignedColumns,
      Evaluator[] assigned,
      Consumer<RowBatch> updated) {
    this.target = target;
    this.assigned = assigned;
    this.assignedColumns = assignedColumns;
    this.updated = updated;
    locker = new RowLocker(target, condition);
    columns = new ColumnVector[target.table().columns().size()];
    storedValue =
        IntStream.range(0, assigned.length)
            .filter(index -> assignedColumns[index] == RowDecoder.VALUE_COLUMN)
            .mapToObj(index -> assigned[index])
            .findFirst()
            .orElse(null);
    assignsKey =
        target.table().primaryKey().stream()
            .map(KeyColumn::column)
            .anyMatch(key -> Arrays.stream(assignedColumns).anyMatch(column -> column == key));
  }

  /**
   * Updates the selected rows that still match.
   *
   * @param batch all columns of the table, {@code _key} and {@code _value}
   */
  public void write(RowBatch batch) {
    update(batch, locker.lock(batch));
    RowBatch changed = locker.changed();
    if (changed != null) {
      update(changed, changed.selection());
    }
  }

  private void update(RowBatch batch, Selection rows) {
    if (rows.count() == 0) {
      return;
    }
    for (int index = 0; index < columns.length; index++) {
      columns[index] = batch.column(index);
    }
    for (int index = 0; index < assigned.length; index++) {
      if (assignedColumns[index] >= 0) {
        columns[assignedColumns[index]] = assigned[index].evaluate(batch, rows);
      }
    }
    BytesVector stored =
        storedValue == null ? null : (BytesVector) storedValue.evaluate(batch, rows);
    target.checkNotNull(columns, rows, stored != null);
    BytesVector old = (BytesVector) batch.column(batch.columnCount() - 1);
    BytesVector keys = (BytesVector) batch.column(batch.columnCount() - 2);
    BytesVector newKeys = assignsKey ? new BytesVector(rows.end()) : keys;
    Selection movedRows = new Selection(0);
    int[] movedPositions = assignsKey ? movedRows.startPositions(rows.count()) : null;
    int movedCount = 0;
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      boolean moves = assignsKey && isMoved(keys, row);
      if (assignsKey) {
        newKeys.set(row, target.row().key(), 0, target.row().keyLength());
      }
      if (moves) {
        byte[] key = keys.bytes(row);
        target
            .transaction()
            .rows()
            .delete(target.table().id(), target.table().format(), target.family(), key, key.length);
        movedPositions[movedCount++] = row;
      } else if (stored != null) {
        target.replaceStored(row, keys, stored);
      } else {
        target.replace(columns, row, keys, old);
      }
    }
    movedRows.setCount(movedCount);
    if (movedCount > 0) {
      keep(movedRows, stored == null ? old : stored);
    }
    count += rows.count();
    ColumnVector[] shown = Arrays.copyOf(columns, columns.length + 1);
    shown[columns.length] = newKeys;
    updated.accept(new RowBatch(shown, rows));
  }

  private boolean isMoved(BytesVector keys, int row) {
    target.encodeKey(columns, row);
    int start = keys.start(row);
    return !Arrays.equals(
        keys.data(),
        start,
        start + keys.length(row),
        target.row().key(),
        0,
        target.row().keyLength());
  }

  private void keep(Selection rows, BytesVector values) {
    ColumnVector[] copies = new ColumnVector[columns.length + 1];
    for (int index = 0; index < copies.length; index++) {
      ColumnVector source = index < columns.length ? columns[index] : values;
      copies[index] = ColumnVector.allocate(source.kind(), rows.count());
      copies[index].copyRows(0, source, rows);
    }
    moved.add(new RowBatch(copies, Selection.ofAll(rows.count())));
  }

  /**
   * Inserts the rows whose key has changed.
   *
   * @throws GabbroException {@code UNIQUE_VIOLATION} when a key exists
   */
  public void finish() {
    ColumnVector[] row = new ColumnVector[columns.length];
    for (RowBatch batch : moved) {
      for (int index = 0; index < row.length; index++) {
        row[index] = batch.column(index);
      }
      BytesVector old = (BytesVector) batch.column(row.length);
      for (int position = 0; position < batch.selection().count(); position++) {
        if (storedValue == null) {
          target.insertMoved(row, position, old);
        } else {
          target.insertStored(row, position, old);
        }
      }
    }
    moved.clear();
  }

  /** The number of updated rows. */
  public long count() {
    return count;
  }
}
