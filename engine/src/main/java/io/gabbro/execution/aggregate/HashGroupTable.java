package io.gabbro.execution.aggregate;

import io.gabbro.type.VectorKind;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;
import java.util.Arrays;
import java.util.List;

/** A group table for any keys: open addressing by the hash of all columns. */
final class HashGroupTable implements GroupTable {
  private static final int INITIAL_SLOTS = 64;

  private final ColumnVector[] groupKeys;
  private int[] slots = new int[INITIAL_SLOTS];
  private long[] groupHashes = new long[INITIAL_SLOTS / 2];
  private long[] rowHashes = new long[0];
  private int count;

  HashGroupTable(List<VectorKind> kinds) {
    groupKeys = new ColumnVector[kinds.size()];
    for (int index = 0; index < groupKeys.length; index++) {
      groupKeys[index] = ColumnVector.allocate(kinds.get(index), INITIAL_SLOTS / 2);
    }
    Arrays.fill(slots, UNKNOWN);
  }

  @Override
  public void find(ColumnVector[] keys, Selection rows, int[] groups, boolean add) {
    int end = rows.end();
    if (rowHashes.length < end) {
      rowHashes = new long[end];
    }
    hash(keys, rows, rowHashes);
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      groups[row] = find(keys, row, rowHashes[row], add);
    }
  }

  /** The hashes of rows, at their positions. */
  static void hash(ColumnVector[] keys, Selection rows, long[] hashes) {
    Arrays.fill(hashes, 0, rows.end(), 0);
    for (ColumnVector key : keys) {
      key.mixHashes(rows, hashes);
    }
  }

  private int find(ColumnVector[] keys, int row, long hash, boolean add) {
    int mask = slots.length - 1;
    int slot = (int) hash & mask;
    while (slots[slot] != UNKNOWN) {
      int group = slots[slot];
      if (groupHashes[group] == hash && isSame(group, keys, row)) {
        return group;
      }
      slot = (slot + 1) & mask;
    }
    return add ? add(keys, row, hash, slot) : UNKNOWN;
  }

  private boolean isSame(int group, ColumnVector[] keys, int row) {
    for (int index = 0; index < groupKeys.length; index++) {
      if (!groupKeys[index].isSame(group, keys[index], row)) {
        return false;
      }
    }
    return true;
  }

  private int add(ColumnVector[] keys, int row, long hash, int slot) {
    int group = count++;
    slots[slot] = group;
    if (group == groupHashes.length) {
      groupHashes = Arrays.copyOf(groupHashes, group * 2);
    }
    groupHashes[group] = hash;
    for (int index = 0; index < groupKeys.length; index++) {
      groupKeys[index].ensureCapacity(count);
      groupKeys[index].copyRow(group, keys[index], row);
    }
    if (count * 2 > slots.length) {
      grow();
    }
    return group;
  }

  private void grow() {
    slots = new int[slots.length * 2];
    Arrays.fill(slots, UNKNOWN);
    int mask = slots.length - 1;
    for (int group = 0; group < count; group++) {
      int slot = (int) groupHashes[group] & mask;
      while (slots[slot] != UNKNOWN) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = group;
    }
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public ColumnVector[] keys() {
    return groupKeys;
  }

  @Override
  public long memoryBytes() {
    long bytes = 4L * slots.length + 8L * groupHashes.length;
    for (ColumnVector key : groupKeys) {
      bytes += key.memoryBytes();
    }
    return bytes;
  }
}
