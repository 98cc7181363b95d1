package io.gabbro.storage.memory;

import java.util.ArrayDeque;

/** The keys with versions that can be forgotten some day. Used under the write lock. */
class StaleVersions {
  private final ArrayDeque<Stale> queue = new ArrayDeque<>();

  /** Notes a key whose older versions nobody needs who sees the write of that number. */
  void add(MemoryColumnFamily family, byte[] key, long sequence) {
    queue.add(new Stale(family, key, sequence));
  }

  /** Forgets what nobody needs who sees the write of that number. */
  void prune(long limit) {
    Stale next = queue.peek();
    while (next != null && next.sequence() <= limit) {
      next.family().prune(next.key(), limit);
      queue.remove();
      next = queue.peek();
    }
  }

  void clear() {
    queue.clear();
  }

  private record Stale(MemoryColumnFamily family, byte[] key, long sequence) {}
}
