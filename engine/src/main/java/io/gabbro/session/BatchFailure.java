package io.gabbro.session;

import io.gabbro.error.GabbroException;

/** One row of a batch failed; the whole batch has changed nothing. */
public final class BatchFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int row;
  private final GabbroException failure;

  /**
   * A failure.
   *
   * @param row the row of parameters that failed, from zero
   * @param failure why
   */
  public BatchFailure(int row, GabbroException failure) {
    super("row " + (row + 1) + " of the batch: " + failure.getMessage(), failure);
    this.row = row;
    this.failure = failure;
  }

  /** The row of parameters that failed, from zero. */
  public int row() {
    return row;
  }

  /** Why. */
  public GabbroException failure() {
    return failure;
  }
}
