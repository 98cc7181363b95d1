package io.gabbro.execution;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.vector.RowBatch;

/** What all operators have in common: cancellation, an end that stays one, and closing once. */
public abstract class PullOperator implements Operator {
  private final Cancellation cancellation;
  private boolean ended;
  private boolean closed;

  /** An operator that can be cancelled. */
  protected PullOperator(Cancellation cancellation) {
    this.cancellation = cancellation;
  }

  @Override
  public final RowBatch next() {
    if (closed) {
      throw new GabbroException(ErrorCode.CLOSED, "the result");
    }
    if (ended) {
      return null;
    }
    cancellation.check();
    RowBatch batch = produce();
    ended = batch == null;
    return batch;
  }

  /**
   * The next batch with at least one selected row; null at the end, after which it is not called.
   */
  protected abstract RowBatch produce();

  /** To be called in loops that may read many batches before they yield one. */
  protected final void checkCancelled() {
    cancellation.check();
  }

  @Override
  public final void close() {
    if (!closed) {
      closed = true;
      release();
    }
  }

  /** Closes inputs and gives back what the operator holds; called once. */
  protected abstract void release();
}
