package io.gabbro.table;

import io.gabbro.storage.ValueBuffer;
import io.gabbro.transaction.KeyValue;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Buffers that calls use again, one for each of a few slots that threads share. A call that finds
 * its slot empty, because another uses the buffers or because it runs inside another, takes new
 * ones. Thread-safe.
 */
final class ScratchPool {
  private static final int SLOTS = 32;
  private static final int KEPT_BYTES = 1 << 20;

  private final AtomicReferenceArray<Scratch> slots = new AtomicReferenceArray<>(SLOTS);

  /** The buffers of one call. */
  static final class Scratch {
    private final KeyValue entry = new KeyValue();
    private final ValueBuffer value = new ValueBuffer();

    /** For keys and for values to be written. */
    KeyValue entry() {
      return entry;
    }

    /** For values that are read. */
    ValueBuffer value() {
      return value;
    }

    private boolean isLarge() {
      return entry.key().length + entry.value().length + value.bytes().length > KEPT_BYTES;
    }
  }

  private static int slot() {
    return (int) (Thread.currentThread().getId() % SLOTS);
  }

  /** Buffers for a call, with key and value cleared. */
  Scratch take() {
    Scratch scratch = slots.getAndSet(slot(), null);
    if (scratch == null) {
      return new Scratch();
    }
    scratch.entry.clear();
    return scratch;
  }

  /** Ends a call. */
  void giveBack(Scratch scratch) {
    if (!scratch.isLarge()) {
      slots.set(slot(), scratch);
    }
  }
}
