package io.gabbro.storage.memory;

/**
 * One version of the value of a key, in a chain from the newest to the oldest. Readers walk chains
 * without a lock; only the writer, under the write lock, makes them and cuts them.
 */
final class Version {
  private static final long NEVER = Long.MAX_VALUE;

  /** The write that made it; changed only before that write is visible to anybody. */
  long sequence;

  /** The value; null says that the key was deleted. */
  final byte[] value;

  private volatile Version older;

  Version(long sequence, byte[] value, Version older) {
    this.sequence = sequence;
    this.value = value;
    this.older = older;
  }

  Version older() {
    return older;
  }

  /** The newest version that a reader at {@code limit} sees; null where there is none. */
  Version visibleAt(long limit) {
    Version version = this;
    while (version != null && version.sequence > limit) {
      version = version.older;
    }
    return version;
  }

  /** Takes it back: no reader will ever see it. Makes no objects. */
  void abandon() {
    sequence = NEVER;
  }

  /** Forgets what no reader at {@code limit} or later sees. */
  void cut(long limit) {
    Version newest = visibleAt(limit);
    if (newest != null) {
      newest.older = null;
    }
  }
}
