package io.gabbro.execution.scan;

import io.gabbro.storage.RowBlock;

/** Yields blocks of stored rows. Used by one thread at a time; closing twice is harmless. */
interface BlockSource extends AutoCloseable {
  /** The next block, with at least one row and valid until the next call; null at the end. */
  RowBlock next();

  /** The key of a row of the block that {@link #next} returned last, for error messages. */
  byte[] key(int row);

  @Override
  void close();
}
