package io.gabbro.execution.write;

import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;
import java.util.function.Consumer;

/** Locks rows that a scan found, and hands on those that it has locked and that still match. */
public final class LockingReader {
  private final RowLocker locker;
  private final boolean ordered;
  private final Consumer<RowBatch> locked;
  private final Selection part = new Selection(0);
  private final Selection kept = new Selection(0);
  private long toSkip;
  private long toTake;

  /**
   * A reader.
   *
   * @param ordered whether rows that changed in the meantime must keep their place
   * @param limit how many rows to hand on; {@code Long.MAX_VALUE} for all
   * @param offset how many rows to lock first, without handing them on
   * @param locked is shown the rows
   */
  public LockingReader(
      RowLocker locker, boolean ordered, long limit, long offset, Consumer<RowBatch> locked) {
    this.locker = locker;
    this.ordered = ordered;
    this.locked = locked;
    toSkip = offset;
    toTake = limit;
  }

  /** Whether there are as many rows as were asked for. */
  public boolean isDone() {
    return toTake == 0;
  }

  /**
   * Locks the selected rows of a batch, and none beyond the limit.
   *
   * @param batch all columns of the table, {@code _key} and {@code _value}
   */
  public void read(RowBatch batch) {
    Selection rows = batch.selection();
    int next = 0;
    while (next < rows.count() && !isDone()) {
      int wanted = (int) Math.min(rows.count() - next, ordered ? 1 : toTake);
      part.slice(rows, next, wanted);
      next += wanted;
      RowBatch attempt = batch.withSelection(part);
      handOn(batch.withSelection(locker.lock(attempt)));
      RowBatch changed = locker.changed();
      if (changed != null) {
        handOn(changed);
      }
    }
  }

  private void handOn(RowBatch batch) {
    int count = batch.selection().count();
    int skipped = (int) Math.min(toSkip, count);
    toSkip -= skipped;
    if (count > skipped) {
      toTake -= count - skipped;
      kept.slice(batch.selection(), skipped, count - skipped);
      locked.accept(batch.withSelection(kept));
    }
  }
}
