package io.gabbro.execution.write;

import io.gabbro.ast.IfLocked;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.execution.expression.Predicate;
import io.gabbro.serializer.RowDecoder;
import io.gabbro.storage.ValueBuffer;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;
import java.util.Arrays;
import java.util.Optional;

/**
 * Locks the rows that UPDATE, DELETE and SELECT FOR UPDATE found, and looks again at each: a row
 * that is gone by now is left out, and one that has changed since it was found is decoded and
 * judged anew, by what was known of the table: if that has changed too, the statement fails.
 *
 * <p>Batches hold all columns of the table in its order, then {@code _key} and {@code _value}.
 */
public final class RowLocker {
  private final WriteTarget target;
  private final Optional<Predicate> condition;
  private final IfLocked ifLocked;
  private final RowDecoder decoder;
  private final ValueBuffer latest = new ValueBuffer();
  private final Selection unchanged = new Selection(0);
  private RowBatch changed;

  /**
   * A locker that waits for others.
   *
   * @param condition the condition of WHERE over the batches
   */
  RowLocker(WriteTarget target, Optional<Predicate> condition) {
    this(target, condition, IfLocked.WAIT);
  }

  /**
   * A locker.
   *
   * @param condition the condition of WHERE over the batches
   * @param ifLocked what to do about rows that others have locked
   */
  public RowLocker(WriteTarget target, Optional<Predicate> condition, IfLocked ifLocked) {
    this.target = target;
    this.condition = condition;
    this.ifLocked = ifLocked;
    decoder = target.table().newDecoder();
  }

  /**
   * Locks the selected rows of a batch.
   *
   * @return those that are still as they were found; {@link #changed} has the others that match
   */
  Selection lock(RowBatch batch) {
    changed = null;
    BytesVector keys = (BytesVector) batch.column(batch.columnCount() - 2);
    BytesVector values = (BytesVector) batch.column(batch.columnCount() - 1);
    Selection rows = batch.selection();
    int[] kept = unchanged.startPositions(rows.count());
    int count = 0;
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      byte[] key = keys.bytes(row);
      if (lock(key)
          && target.transaction().rows().getLatest(target.family(), key, key.length, latest)) {
        if (isUnchanged(values, row)) {
          kept[count++] = row;
        } else {
          addChanged(batch, key);
        }
      }
    }
    unchanged.setCount(count);
    return unchanged;
  }

  private boolean lock(byte[] key) {
    if (ifLocked == IfLocked.WAIT) {
      target.transaction().rows().lock(target.family(), key, key.length, target.name());
      return true;
    }
    boolean locked = target.transaction().rows().tryLock(target.family(), key, key.length);
    if (!locked && ifLocked == IfLocked.NOWAIT) {
      throw new GabbroException(ErrorCode.LOCK_NOT_AVAILABLE, target.name());
    }
    return locked;
  }

  /** The rows of the last batch that had changed and still match; null when there are none. */
  RowBatch changed() {
    if (changed == null) {
      return null;
    }
    condition.ifPresent(
        predicate -> predicate.select(changed, changed.selection(), changed.selection()));
    return changed.selection().count() == 0 ? null : changed;
  }

  private boolean isUnchanged(BytesVector values, int row) {
    int start = values.start(row);
    return Arrays.equals(
        values.data(), start, start + values.length(row), latest.bytes(), 0, latest.length());
  }

  private void addChanged(RowBatch like, byte[] key) {
    target.transaction().schema().checkCurrent(target.table());
    int columns = target.table().columns().size();
    if (changed == null) {
      ColumnVector[] vectors = new ColumnVector[like.columnCount()];
      for (int index = 0; index < vectors.length; index++) {
        vectors[index] = ColumnVector.allocate(like.column(index).kind(), 8);
      }
      changed = new RowBatch(vectors, Selection.ofAll(0));
    }
    byte[] value = latest.toByteArray();
    decoder.begin(
        key,
        new int[] {0, key.length},
        value,
        new int[] {0, value.length},
        1,
        (row, problem) -> {
          throw new GabbroException(
              ErrorCode.DATA_CORRUPTED,
              target.name(),
              java.util.HexFormat.of().formatHex(key),
              problem);
        });
    int row = changed.selection().count();
    Selection one = Selection.ofAll(1);
    for (int index = 0; index < like.columnCount(); index++) {
      int column =
          index < columns
              ? index
              : index == columns ? RowDecoder.KEY_COLUMN : RowDecoder.VALUE_COLUMN;
      ColumnVector decoded = ColumnVector.allocate(changed.column(index).kind(), 1);
      decoder.decode(column, one, decoded);
      changed.column(index).copyRows(row, decoded, one);
    }
    changed.selection().selectAll(row + 1);
  }
}
