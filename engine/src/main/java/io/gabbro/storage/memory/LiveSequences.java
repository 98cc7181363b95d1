package io.gabbro.storage.memory;

import java.util.TreeMap;
import java.util.function.LongSupplier;

/** The sequence numbers at which snapshots and cursors read, each with how many do. Thread-safe. */
final class LiveSequences {
  private final TreeMap<Long, Integer> holders = new TreeMap<>();
  private final LongSupplier latest;

  /** Nothing is held yet; {@code latest} tells the sequence number of the last finished write. */
  LiveSequences(LongSupplier latest) {
    this.latest = latest;
  }

  /** Holds the state after the last finished write, and says which that is. */
  synchronized long holdLatest() {
    long sequence = latest.getAsLong();
    hold(sequence);
    return sequence;
  }

  /** Holds a state that somebody else holds already. */
  synchronized void hold(long sequence) {
    holders.merge(sequence, 1, Integer::sum);
  }

  /** Gives back one hold. */
  synchronized void release(long sequence) {
    holders.computeIfPresent(sequence, (key, count) -> count == 1 ? null : count - 1);
  }

  /** The oldest state that any reader may ask for, now or later. */
  synchronized long oldest() {
    return holders.isEmpty() ? latest.getAsLong() : holders.firstKey();
  }
}
