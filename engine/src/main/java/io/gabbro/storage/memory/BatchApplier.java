package io.gabbro.storage.memory;

import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.KeyRange;
import io.gabbro.storage.WriteBatch;
import io.gabbro.storage.WriteBatchVisitor;
import java.util.Arrays;
import java.util.Map;

/**
 * Applies the operations of one batch to the maps, all or none, and remembers which keys have old
 * versions. Used once, under the write lock.
 */
final class BatchApplier implements WriteBatchVisitor {
  private final StaleVersions stale;
  private final WriteBatch batch;
  private final long sequence;
  private MemoryColumnFamily family;
  private Applied last;

  BatchApplier(StaleVersions stale, WriteBatch batch, long sequence) {
    this.stale = stale;
    this.batch = batch;
    this.sequence = sequence;
  }

  /**
   * Applies the batch. What is applied before something fails, such as for want of memory, is taken
   * back: the next write has the same sequence number, and would show it.
   */
  void apply() {
    batch.families().forEach(each -> ((MemoryColumnFamily) each).mark());
    try {
      batch.forEach(this);
    } catch (RuntimeException | Error e) {
      takeBack();
      throw e;
    }
  }

  private void takeBack() {
    // First what needs no memory, and is enough for nobody to see anything of it.
    for (Applied applied = last; applied != null; applied = applied.previous()) {
      applied.made().abandon();
    }
    try {
      for (Applied applied = last; applied != null; applied = applied.previous()) {
        applied.family().restore(applied.key(), applied.before());
      }
    } catch (OutOfMemoryError e) {
      // Some versions stay where nobody sees them, until their keys are written again.
    }
    batch.families().forEach(each -> ((MemoryColumnFamily) each).resetToMark());
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
    Version before = target.get(key);
    if (before == null && value == null) {
      return;
    }
    Version older = before != null && before.sequence == sequence ? before.older() : before;
    Version made = new Version(sequence, value, older);
    last = new Applied(target, key, before, made, last);
    target.add(key, before, made);
    if (before != null) {
      stale.add(target, key, sequence);
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

  /**
   * What was done to a key.
   *
   * @param before the newest version until then; null when there was none
   * @param previous what was done before
   */
  private record Applied(
      MemoryColumnFamily family, byte[] key, Version before, Version made, Applied previous) {}
}
