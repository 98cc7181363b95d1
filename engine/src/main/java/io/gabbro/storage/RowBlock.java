package io.gabbro.storage;

import java.util.Arrays;

/**
 * A block of key-value pairs, filled by a {@link RowCursor} and used again for the next: all keys
 * in one array, all values in another, so that columns can be decoded in tight loops. Not
 * thread-safe.
 */
public final class RowBlock {
  private final int capacity;
  private final boolean wantsKeys;
  private final boolean wantsValues;
  private final int[] keyEnds;
  private final int[] valueEnds;
  private byte[] keys;
  private byte[] values;
  private int count;

  /**
   * An empty block.
   *
   * @param capacity the greatest number of rows
   * @param wantsKeys whether cursors shall copy keys
   * @param wantsValues whether cursors shall copy values
   */
  public RowBlock(int capacity, boolean wantsKeys, boolean wantsValues) {
    this.capacity = capacity;
    this.wantsKeys = wantsKeys;
    this.wantsValues = wantsValues;
    keyEnds = new int[wantsKeys ? capacity + 1 : 1];
    valueEnds = new int[wantsValues ? capacity + 1 : 1];
    keys = new byte[wantsKeys ? capacity * 16 : 0];
    values = new byte[wantsValues ? capacity * 64 : 0];
  }

  /** The greatest number of rows. */
  public int capacity() {
    return capacity;
  }

  /** Whether keys are copied. */
  public boolean wantsKeys() {
    return wantsKeys;
  }

  /** Whether values are copied. */
  public boolean wantsValues() {
    return wantsValues;
  }

  /** The number of rows in it. */
  public int count() {
    return count;
  }

  /** All keys, one behind the other. */
  public byte[] keys() {
    return keys;
  }

  /** All values, one behind the other. */
  public byte[] values() {
    return values;
  }

  /** Where the key of a row starts in {@link #keys()}. */
  public int keyStart(int row) {
    return keyEnds[row];
  }

  /** The length of the key of a row. */
  public int keyLength(int row) {
    return keyEnds[row + 1] - keyEnds[row];
  }

  /** Where the value of a row starts in {@link #values()}. */
  public int valueStart(int row) {
    return valueEnds[row];
  }

  /** The length of the value of a row. */
  public int valueLength(int row) {
    return valueEnds[row + 1] - valueEnds[row];
  }

  /** A copy of the key of a row. */
  public byte[] key(int row) {
    return Arrays.copyOfRange(keys, keyEnds[row], keyEnds[row + 1]);
  }

  /** A copy of the value of a row. */
  public byte[] value(int row) {
    return Arrays.copyOfRange(values, valueEnds[row], valueEnds[row + 1]);
  }

  /** Empties the block. */
  public void clear() {
    count = 0;
  }

  /**
   * Room for the key of the next row, in {@link #keys()} from {@link #nextKeyStart()}; the array
   * may be replaced by a longer one.
   */
  public byte[] reserveKey(int length) {
    int needed = keyEnds[count] + length;
    if (needed > keys.length) {
      keys = Arrays.copyOf(keys, grown(needed, keys.length));
    }
    return keys;
  }

  /** As {@link #reserveKey}, for the value. */
  public byte[] reserveValue(int length) {
    int needed = valueEnds[count] + length;
    if (needed > values.length) {
      values = Arrays.copyOf(values, grown(needed, values.length));
    }
    return values;
  }

  /** Where the key of the next row goes. */
  public int nextKeyStart() {
    return wantsKeys ? keyEnds[count] : 0;
  }

  /** Where the value of the next row goes. */
  public int nextValueStart() {
    return wantsValues ? valueEnds[count] : 0;
  }

  /** Ends the next row: the lengths of what was written behind the two starts. */
  public void endRow(int keyLength, int valueLength) {
    if (wantsKeys) {
      keyEnds[count + 1] = keyEnds[count] + keyLength;
    }
    if (wantsValues) {
      valueEnds[count + 1] = valueEnds[count] + valueLength;
    }
    count++;
  }

  private static int grown(int needed, int old) {
    return Math.max(needed, (int) Math.min(Integer.MAX_VALUE - 8L, old * 2L));
  }
}
