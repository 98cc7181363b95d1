package io.gabbro.execution.aggregate;

import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;
import java.util.Arrays;

/**
 * A group table for keys that fit into a word: a single INT or LONG, or several short columns. Open
 * addressing over words, without looking at the key vectors; words close to the first ones are
 * places of an array. When keys come that do not fit, it goes on as a {@link HashGroupTable}, with
 * the same numbers for the groups so far.
 */
final class WordGroupTable implements GroupTable {
  private static final int INITIAL_SLOTS = 64;
  private static final int MAX_DIRECT = 1 << 18;
  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  private final KeyPacker packer;
  private final ColumnVector[] groupKeys;
  private int[] slots = new int[INITIAL_SLOTS];
  private long[] slotWords = new long[INITIAL_SLOTS];
  private int shift = Long.SIZE - Integer.numberOfTrailingZeros(INITIAL_SLOTS);
  private long[] words = new long[0];

  /** The groups of the words from {@link #base} on; null before the first row. */
  private int[] direct;

  private long base;
  private int nullGroup = UNKNOWN;
  private int count;
  private HashGroupTable successor;

  WordGroupTable(KeyPacker packer) {
    this.packer = packer;
    groupKeys = new ColumnVector[packer.kinds().size()];
    for (int index = 0; index < groupKeys.length; index++) {
      groupKeys[index] = ColumnVector.allocate(packer.kinds().get(index), INITIAL_SLOTS / 2);
    }
    Arrays.fill(slots, UNKNOWN);
  }

  @Override
  public void find(ColumnVector[] keys, Selection rows, int[] groups, boolean add) {
    if (successor == null) {
      if (words.length < rows.end()) {
        words = new long[rows.end()];
      }
      if (packer.pack(keys, rows, words)) {
        findWords(keys, rows, groups, add);
        return;
      }
      succeed();
    }
    successor.find(keys, rows, groups, add);
  }

  private void succeed() {
    successor = new HashGroupTable(packer.kinds());
    successor.find(groupKeys, Selection.ofAll(count), new int[count], true);
  }

  private void findWords(ColumnVector[] keys, Selection rows, int[] groups, boolean add) {
    if (direct == null) {
      startDirect(rows);
    }
    boolean nullable = packer.isSingleLong() && keys[0].mayHaveNulls();
    int selected = rows.count();
    int[] positions = rows.isAll() ? null : rows.positions();
    for (int index = 0; index < selected; index++) {
      int row = positions == null ? index : positions[index];
      if (nullable && keys[0].isNull(row)) {
        groups[row] = nullGroup(keys, row, add);
        continue;
      }
      long offset = words[row] - base;
      int group;
      if (offset >= 0 && offset < direct.length) {
        group = direct[(int) offset];
        if (group == UNKNOWN && add) {
          group = appendKeys(keys, row);
          direct[(int) offset] = group;
        }
      } else {
        group = findSlot(keys, row, add);
      }
      groups[row] = group;
    }
  }

  /** Where the first words are close to each other, gives their neighbourhood places of its own. */
  private void startDirect(Selection rows) {
    long min = Long.MAX_VALUE;
    long max = Long.MIN_VALUE;
    for (int index = 0; index < rows.count(); index++) {
      long word = words[rows.position(index)];
      min = Math.min(min, word);
      max = Math.max(max, word);
    }
    long range = max - min;
    boolean isClose = range >= 0 && range < MAX_DIRECT / 2 && range / 16 <= rows.count();
    base = min - range / 8;
    direct = new int[isClose && base <= min ? (int) (range + range / 4 + 1) : 0];
    Arrays.fill(direct, UNKNOWN);
  }

  private int findSlot(ColumnVector[] keys, int row, boolean add) {
    long word = words[row];
    int slot = (int) ((word * FACTOR) >>> shift);
    while (slots[slot] != UNKNOWN && slotWords[slot] != word) {
      slot = (slot + 1) & (slots.length - 1);
    }
    int group = slots[slot];
    return group == UNKNOWN && add ? add(keys, row, word, slot) : group;
  }

  private int nullGroup(ColumnVector[] keys, int row, boolean add) {
    if (nullGroup == UNKNOWN && add) {
      nullGroup = appendKeys(keys, row);
    }
    return nullGroup;
  }

  private int add(ColumnVector[] keys, int row, long word, int slot) {
    int group = appendKeys(keys, row);
    slots[slot] = group;
    slotWords[slot] = word;
    if (count * 2 > slots.length) {
      grow();
    }
    return group;
  }

  private int appendKeys(ColumnVector[] keys, int row) {
    int group = count++;
    for (int index = 0; index < groupKeys.length; index++) {
      groupKeys[index].ensureCapacity(count);
      groupKeys[index].copyRow(group, keys[index], row);
    }
    return group;
  }

  private void grow() {
    int[] oldSlots = slots;
    long[] oldWords = slotWords;
    slots = new int[oldSlots.length * 2];
    slotWords = new long[slots.length];
    shift--;
    Arrays.fill(slots, UNKNOWN);
    for (int old = 0; old < oldSlots.length; old++) {
      if (oldSlots[old] != UNKNOWN) {
        int slot = (int) ((oldWords[old] * FACTOR) >>> shift);
        while (slots[slot] != UNKNOWN) {
          slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = oldSlots[old];
        slotWords[slot] = oldWords[old];
      }
    }
  }

  @Override
  public int count() {
    return successor == null ? count : successor.count();
  }

  @Override
  public ColumnVector[] keys() {
    return successor == null ? groupKeys : successor.keys();
  }

  @Override
  public long memoryBytes() {
    if (successor != null) {
      return successor.memoryBytes();
    }
    long bytes = 12L * slots.length + (direct == null ? 0 : 4L * direct.length);
    for (ColumnVector key : groupKeys) {
      bytes += key.memoryBytes();
    }
    return bytes;
  }
}
