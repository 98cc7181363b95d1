package io.gabbro.transaction;

import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.KeyRange;
import io.gabbro.storage.WriteBatch;
import io.gabbro.storage.WriteBatchVisitor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The writes of a transaction: a write batch, and an index over it that is only built when the
 * transaction reads what it wrote. Writes and {@link #index} belong to the transaction's thread;
 * indexed writes may be read by any thread, each up to a position, while more are added.
 *
 * <p>A position is the number of operations before it.
 */
final class OwnWrites {
  private final WriteBatch batch;
  private final Map<Integer, FamilyWrites> families = new ConcurrentHashMap<>();
  private int indexedBytes;
  private int indexedCount;

  /** Writes that go to an empty batch. */
  OwnWrites(WriteBatch batch) {
    this.batch = batch;
    indexedBytes = batch.byteSize();
  }

  WriteBatch batch() {
    return batch;
  }

  boolean isEmpty() {
    return batch.isEmpty();
  }

  int position() {
    return batch.count();
  }

  /** Brings the index up to date. */
  void index() {
    if (indexedCount < batch.count()) {
      try {
        batch.forEachFrom(indexedBytes, new Indexer());
      } catch (RuntimeException | Error e) {
        forgetIndex();
        throw e;
      }
      indexedBytes = batch.byteSize();
    }
  }

  /** The indexed writes to a column family; null when there are none. */
  FamilyWrites family(ColumnFamily family) {
    return families.get(family.id());
  }

  /** The indexed writes by column family, which stay as they are when writes are taken back. */
  Map<Integer, FamilyWrites> families() {
    return families.isEmpty() ? Map.of() : Map.copyOf(families);
  }

  /** Takes back what was written since the batch had that size and count. */
  void truncate(int byteSize, int count) {
    batch.truncate(byteSize, count);
    if (indexedCount > count) {
      forgetIndex();
    }
  }

  private void forgetIndex() {
    families.clear();
    indexedBytes = WriteBatch.EMPTY_BYTES;
    indexedCount = 0;
  }

  private final class Indexer implements WriteBatchVisitor {
    @Override
    public void put(
        int family, byte[] bytes, int keyOffset, int keyLength, int valueOffset, int valueLength) {
      writes(family)
          .add(
              Arrays.copyOfRange(bytes, keyOffset, keyOffset + keyLength),
              Arrays.copyOfRange(bytes, valueOffset, valueOffset + valueLength),
              indexedCount++);
    }

    @Override
    public void delete(int family, byte[] bytes, int keyOffset, int keyLength) {
      writes(family)
          .add(Arrays.copyOfRange(bytes, keyOffset, keyOffset + keyLength), null, indexedCount++);
    }

    @Override
    public void deleteRange(
        int family,
        byte[] bytes,
        int lowerOffset,
        int lowerLength,
        int upperOffset,
        int upperLength) {
      KeyRange range =
          new KeyRange(
              Arrays.copyOfRange(bytes, lowerOffset, lowerOffset + lowerLength),
              Arrays.copyOfRange(bytes, upperOffset, upperOffset + upperLength));
      writes(family).deleted.add(new DeletedRange(range, indexedCount++));
    }

    private FamilyWrites writes(int family) {
      return families.computeIfAbsent(family, id -> new FamilyWrites());
    }
  }

  /** A range delete and its position. */
  record DeletedRange(KeyRange range, int position) {}

  /**
   * One write of a key.
   *
   * @param value the value; null for a delete
   * @param older the write of the same key before it; null when there is none
   */
  record Version(byte[] value, int position, Version older) {
    /** The newest write before {@code limit}; null when there is none. */
    Version before(int limit) {
      Version version = this;
      while (version != null && version.position >= limit) {
        version = version.older;
      }
      return version;
    }
  }

  /** What a transaction wrote to one column family. */
  static final class FamilyWrites {
    private final ConcurrentSkipListMap<byte[], Version> versions =
        new ConcurrentSkipListMap<>(Arrays::compareUnsigned);
    private final List<DeletedRange> deleted = new CopyOnWriteArrayList<>();

    private void add(byte[] key, byte[] value, int position) {
      versions.put(key, new Version(value, position, versions.get(key)));
    }

    /** The range deletes before {@code limit}. */
    List<DeletedRange> deletedRanges(int limit) {
      return deleted.stream().filter(range -> range.position() < limit).toList();
    }

    /** The newest write of a key before {@code limit}; null when there is none. */
    Version find(byte[] key, int limit) {
      Version newest = versions.get(key);
      return newest == null ? null : newest.before(limit);
    }

    /** The writes of the keys of a range. */
    NavigableMap<byte[], Version> range(KeyRange range) {
      if (range.isEmpty()) {
        return java.util.Collections.emptyNavigableMap();
      }
      NavigableMap<byte[], Version> map = versions;
      if (range.lower() != null) {
        map = map.tailMap(range.lower(), true);
      }
      return range.upper() == null ? map : map.headMap(range.upper(), false);
    }
  }
}
