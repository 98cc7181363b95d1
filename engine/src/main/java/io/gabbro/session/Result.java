package io.gabbro.session;

import io.gabbro.vector.RowBatch;
import java.util.List;

/** What an execution gives. */
public sealed interface Result {
  /** The number of changed rows; 0 for statements that change none. */
  record UpdateCount(long count) implements Result {}

  /** One number of changed rows for each row of parameters. */
  record BatchCounts(long[] counts) implements Result {}

  /**
   * Rows, a batch at a time. Used by one thread at a time; closing twice is harmless. In
   * auto-commit mode the statement's transaction ends when it is closed or its end was reached.
   */
  non-sealed interface Rows extends Result, AutoCloseable {
    /** The columns. */
    List<ResultColumn> columns();

    /**
     * The next batch, valid until the next call, with at least one selected row; null at the end.
     */
    RowBatch next();

    /** For DML with RETURNING or generated keys the number of changed rows, else -1. */
    long updateCount();

    @Override
    void close();
  }
}
