package io.gabbro.execution;

import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;

/** Some rows of the beginning. It closes its input as soon as it needs no more of it. */
public final class LimitOperator extends PullOperator implements Spilling {
  private final Operator input;
  private final Selection part = new Selection(0);
  private long toSkip;
  private long toTake;

  /**
   * Limits an input, which it owns.
   *
   * @param limit the greatest number of rows; {@code Long.MAX_VALUE} for all
   * @param offset the number of rows to leave out before
   */
  public LimitOperator(Cancellation cancellation, Operator input, long limit, long offset) {
    super(cancellation);
    this.input = input;
    toTake = limit;
    toSkip = offset;
  }

  @Override
  protected RowBatch produce() {
    while (toTake > 0) {
      RowBatch batch = input.next();
      if (batch == null) {
        return null;
      }
      int count = batch.selection().count();
      if (toSkip >= count) {
        toSkip -= count;
        continue;
      }
      int start = (int) toSkip;
      int taken = (int) Math.min(count - start, toTake);
      toSkip = 0;
      toTake -= taken;
      return taken == count ? batch : part(batch, start, taken);
    }
    input.close();
    return null;
  }

  private RowBatch part(RowBatch batch, int start, int taken) {
    part.slice(batch.selection(), start, taken);
    return batch.withSelection(part);
  }

  @Override
  public long spilledBytes() {
    return input instanceof Spilling spilling ? spilling.spilledBytes() : 0;
  }

  @Override
  protected void release() {
    input.close();
  }
}
