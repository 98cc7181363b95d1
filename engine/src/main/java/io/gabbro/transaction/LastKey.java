package io.gabbro.transaction;

import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Database;
import io.gabbro.storage.Direction;
import io.gabbro.storage.KeyRange;
import io.gabbro.storage.RowBlock;
import io.gabbro.storage.RowCursor;
import java.util.Arrays;

/**
 * An upper bound of the committed keys of a table: a key above it is not in the store, so that
 * inserts in ascending order need not look. It is found at the first use and raised by each commit
 * before the store shows it; it may be too high after deletes. Thread-safe.
 */
public final class LastKey {
  private final Database database;
  private final ColumnFamily family;
  private final KeyRange range;
  private byte[] bound;
  private boolean known;

  LastKey(Database database, ColumnFamily family, KeyRange range) {
    this.database = database;
    this.family = family;
    this.range = range;
  }

  /** Whether the table lies in that column family. */
  boolean isOf(ColumnFamily other) {
    return family.equals(other);
  }

  /** Whether a key is above all committed keys of the table. */
  synchronized boolean isBelow(byte[] key, int length) {
    find();
    return bound == null || Arrays.compareUnsigned(bound, 0, bound.length, key, 0, length) < 0;
  }

  /** Hears that a key is about to be committed. */
  synchronized void raise(byte[] key) {
    if (bound == null || Arrays.compareUnsigned(bound, key) < 0) {
      bound = key;
    }
  }

  /** The bound; null when the table had no key yet. */
  public synchronized byte[] bound() {
    find();
    return bound;
  }

  private void find() {
    if (known) {
      return;
    }
    RowBlock block = new RowBlock(1, true, false);
    try (RowCursor cursor = database.cursor(family, null, range, Direction.BACKWARD)) {
      if (cursor.fill(block, 1) > 0) {
        raise(block.key(0));
      }
    }
    known = true;
  }
}
