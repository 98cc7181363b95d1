package io.gabbro.transaction;

import io.gabbro.bytes.BigEndian;

/**
 * Numbers for the rows of a table without primary key, ascending from the last that the table has.
 * The key of such a row ends with its number, eight bytes. Thread-safe.
 */
public final class HiddenRowIds {
  private final LastKey lastKey;
  private boolean known;
  private long last;

  HiddenRowIds(LastKey lastKey) {
    this.lastKey = lastKey;
  }

  /** A number that no row of the table has. */
  public synchronized long next() {
    if (!known) {
      byte[] bound = lastKey.bound();
      last = bound == null ? 0 : BigEndian.getLong(bound, bound.length - Long.BYTES);
      known = true;
    }
    return ++last;
  }
}
