package io.gabbro.column;

import io.gabbro.storage.KeyRange;
import java.util.Arrays;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The keys of a range that may have been written since some snapshot. A writer adds its keys before
 * it writes them, so that whoever takes a snapshot and then looks here finds all that the snapshot
 * has; more do no harm. Beyond a limit nothing is kept and the range counts as {@link #isLost
 * lost}. Thread-safe.
 */
final class DirtyKeys {
  private final int limit;
  private final ConcurrentSkipListSet<byte[]> keys =
      new ConcurrentSkipListSet<>(Arrays::compareUnsigned);
  private final AtomicInteger count = new AtomicInteger();
  private volatile boolean lost;

  /** No keys. */
  DirtyKeys(int limit) {
    this.limit = limit;
  }

  /** Adds a key; the array is kept. */
  void add(byte[] key) {
    if (!lost && keys.add(key) && count.incrementAndGet() > limit) {
      lose();
    }
  }

  /** Gives up: any key may have been written. */
  void lose() {
    lost = true;
    keys.clear();
  }

  /** Whether more keys than the limit were written. */
  boolean isLost() {
    return lost;
  }

  /** About how many keys there are. */
  int count() {
    return count.get();
  }

  /** All keys, ascending; of use only when {@link #isLost} says no afterwards. */
  byte[][] toArray() {
    return keys.toArray(byte[][]::new);
  }

  /** The keys of a range with both bounds; of use only when {@link #isLost} says no afterwards. */
  NavigableSet<byte[]> in(KeyRange range) {
    TreeSet<byte[]> found = new TreeSet<>(Arrays::compareUnsigned);
    if (count.get() > 0) {
      found.addAll(keys.subSet(range.lower(), range.upper()));
    }
    return found;
  }
}
