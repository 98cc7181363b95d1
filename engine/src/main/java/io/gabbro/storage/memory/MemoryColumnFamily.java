package io.gabbro.storage.memory;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.KeyRange;
import java.util.Arrays;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A sorted map of keys to version chains. Reads take no lock; writes happen under the write lock of
 * the database.
 */
final class MemoryColumnFamily implements ColumnFamily {
  /** One key in so many, chosen by its hash, is in the sample. */
  static final int SAMPLE_RATE = 256;

  private static final Boolean PRESENT = Boolean.TRUE;

  private final ConcurrentSkipListMap<byte[], Version> entries =
      new ConcurrentSkipListMap<>(Arrays::compareUnsigned);
  private final ConcurrentSkipListMap<byte[], Boolean> sample =
      new ConcurrentSkipListMap<>(Arrays::compareUnsigned);
  private final MemoryDatabase database;
  private final String name;
  private final int id;
  private volatile boolean dropped;
  private final AtomicLong count = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private long markedCount;
  private long markedBytes;

  MemoryColumnFamily(MemoryDatabase database, String name, int id) {
    this.database = database;
    this.name = name;
    this.id = id;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int id() {
    return id;
  }

  void checkUsable() {
    if (dropped) {
      throw new GabbroException(ErrorCode.CLOSED, "column family \"" + name + "\"");
    }
  }

  boolean belongsTo(MemoryDatabase other) {
    return database == other;
  }

  /** Makes every further use an error; cursors keep what they read from. */
  void drop() {
    dropped = true;
  }

  Version get(byte[] key) {
    return entries.get(key);
  }

  ConcurrentNavigableMap<byte[], Version> entries(KeyRange range) {
    return view(entries, range);
  }

  /** Keys of a range, one in {@value #SAMPLE_RATE}. */
  ConcurrentNavigableMap<byte[], Boolean> sample(KeyRange range) {
    return view(sample, range);
  }

  /** The average size of a key with its value. */
  long averageBytes() {
    return bytes.get() / Math.max(1, count.get());
  }

  /** Notes the figures of this moment, for {@link #resetToMark}; under the write lock. */
  void mark() {
    markedCount = count.get();
    markedBytes = bytes.get();
  }

  /** Sets the figures back to what was noted. */
  void resetToMark() {
    count.set(markedCount);
    bytes.set(markedBytes);
  }

  /**
   * Makes a version the newest of its key; under the write lock.
   *
   * @param before the newest until now; null when the key has none
   */
  void add(byte[] key, Version before, Version made) {
    entries.put(key, made);
    if (before == null) {
      count.incrementAndGet();
      bytes.addAndGet(key.length + length(made.value));
      if (isSampled(key)) {
        sample.put(key, PRESENT);
      }
    } else {
      bytes.addAndGet(length(made.value) - length(before.value));
    }
  }

  /** Takes {@link #add} back, but for the figures; under the write lock. */
  void restore(byte[] key, Version before) {
    if (before != null) {
      entries.put(key, before);
    } else {
      entries.remove(key);
      sample.remove(key);
    }
  }

  /** Forgets the versions of a key that no reader at {@code limit} sees; under the write lock. */
  void prune(byte[] key, long limit) {
    Version newest = entries.get(key);
    if (newest == null) {
      return;
    }
    newest.cut(limit);
    if (newest.value == null && newest.sequence <= limit) {
      entries.remove(key);
      sample.remove(key);
      count.decrementAndGet();
      bytes.addAndGet(-key.length);
    }
  }

  private static long length(byte[] value) {
    return value == null ? 0 : value.length;
  }

  private static <V> ConcurrentNavigableMap<byte[], V> view(
      ConcurrentSkipListMap<byte[], V> map, KeyRange range) {
    byte[] lower = range.lower() == null ? new byte[0] : range.lower();
    if (range.upper() == null) {
      return map.tailMap(lower, true);
    }
    return Arrays.compareUnsigned(lower, range.upper()) < 0
        ? map.subMap(lower, true, range.upper(), false)
        : map.subMap(lower, true, lower, false);
  }

  private static boolean isSampled(byte[] key) {
    return (Arrays.hashCode(key) * 0x9E3779B1) >>> 24 == 0;
  }
}
