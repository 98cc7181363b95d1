package io.gabbro.storage.memory;

import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.KeyRange;
import io.gabbro.storage.WriteBatch;
import io.gabbro.storage.WriteBatchVisitor;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Map;

/**
 * Applies the operations of one batch to the maps, and remembers which keys have old versions. Used
 * under the write lock.
 */
final class BatchApplier implements WriteBatchVisitor {
  /** A key with versions that can be forgotten once no reader sees less than {@code sequence}. */
  record Stale(MemoryColumnFamily family, byte[] key, long sequence) {}

  private final ArrayDeque<Stale> stale;
  private final WriteBatch batch;
  private final long sequence;
  private MemoryColumnFamily family;

  BatchApplier(ArrayDeque<Stale> stale, WriteBatch batch, long sequence) {
    this.stale = stale;
    this.batch = batch;
    this.sequence = sequence;
  }

  @Override
  public void put(int id, byte[] bytes, int key, int keyLength, int value, int valueLength) {
    set(id, copy(bytes, key, keyLength), copy(bytes, value, valueLength));
  }

  @Override
  public void delete(int id, byte[] bytes, int key, int keyLength) {
    set(id, copy(bytes, key, keyLength), null);
  }

  @Override
  public void deleteRange(
      int id, byte[] bytes, int lower, int lowerLength, int upper, int upperLength) {
    KeyRange range = new KeyRange(copy(bytes, lower, lowerLength), copy(bytes, upper, upperLength));
    for (Map.Entry<byte[], Version> entry : family(id).entries(range).entrySet()) {
      if (entry.getValue().value != null) {
        set(id, entry.getKey(), null);
      }
    }
  }

  private void set(int id, byte[] key, byte[] value) {
    MemoryColumnFamily target = family(id);
    if (target.add(key, sequence, value)) {
      stale.add(new Stale(target, key, sequence));
    }
  }

  private MemoryColumnFamily family(int id) {
    if (family == null || family.id() != id) {
      for (ColumnFamily candidate : batch.families()) {
        if (candidate.id() == id) {
          family = (MemoryColumnFamily) candidate;
        }
      }
    }
    return family;
  }

  private static byte[] copy(byte[] bytes, int offset, int length) {
    return Arrays.copyOfRange(bytes, offset, offset + length);
  }
}
