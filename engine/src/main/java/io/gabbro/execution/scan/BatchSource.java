package io.gabbro.execution.scan;

import io.gabbro.vector.RowBatch;

/** Yields batches of the rows of a scan that match. Used by one thread at a time. */
interface BatchSource extends AutoCloseable {
  /**
   * The next batch, with at least one selected row and valid until the next call; null at the end.
   */
  RowBatch next();

  /** Closing twice is harmless. */
  @Override
  void close();
}
