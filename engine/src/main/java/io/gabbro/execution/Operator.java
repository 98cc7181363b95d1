package io.gabbro.execution;

import io.gabbro.vector.RowBatch;

/**
 * Yields rows, a batch at a time. It is used by one thread at a time; closing twice is harmless and
 * closes its inputs. After an exception it may only be closed.
 */
public interface Operator extends AutoCloseable {
  /**
   * The next batch, with at least one selected row, or null at the end (and at every call after
   * it). The batch belongs to the operator and is valid until the next call of {@code next} or
   * {@code close}.
   */
  RowBatch next();

  @Override
  void close();
}
