package io.gabbro.storage;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.util.Arrays;

/**
 * A block of key-value pairs, filled by a {@link RowCursor} and used again for the next: all keys
 * in one array, all values in another, so that columns can be decoded in tight loops. Not
 * thread-safe.
 */
public final class RowBlock {
  private static final int ENOUGH_BYTES = 8 << 20;
  private static final int MAX_ARRAY_LENGTH = Integer.MAX_VALUE - 8;

  private final int capacity;
  private final boolean wantsKeys;
  private final boolean wantsValues;
  private final int[] keyOffsets;
  private final int[] valueOffsets;
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
    keyOffsets = new int[wantsKeys ? capacity + 1 : 1];
    valueOffsets = new int[wantsValues ? capacity + 1 : 1];
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

  /**
   * Where keys start in {@link #keys()}: row {@code r} lies from {@code [r]} to {@code [r + 1]}.
   * The array is the block's own; it stays the same for the life of the block.
   */
  public int[] keyOffsets() {
    return keyOffsets;
  }

  /** As {@link #keyOffsets}, for {@link #values()}. */
  public int[] valueOffsets() {
    return valueOffsets;
  }

  /** Where the key of a row starts in {@link #keys()}. */
  public int keyStart(int row) {
    return keyOffsets[row];
  }

  /** The length of the key of a row. */
  public int keyLength(int row) {
    return keyOffsets[row + 1] - keyOffsets[row];
  }

  /** Where the value of a row starts in {@link #values()}. */
  public int valueStart(int row) {
    return valueOffsets[row];
  }

  /** The length of the value of a row. */
  public int valueLength(int row) {
    return valueOffsets[row + 1] - valueOffsets[row];
  }

  /** A copy of the key of a row. */
  public byte[] key(int row) {
    return Arrays.copyOfRange(keys, keyOffsets[row], keyOffsets[row + 1]);
  }

  /** A copy of the value of a row. */
  public byte[] value(int row) {
    return Arrays.copyOfRange(values, valueOffsets[row], valueOffsets[row + 1]);
  }

  /**
   * Whether a cursor shall stop to fill it: {@link #capacity()} is reached, or keys and values have
   * become so many bytes that the block is better used first.
   */
  public boolean isFull() {
    return count == capacity || nextKeyStart() + nextValueStart() >= ENOUGH_BYTES;
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
    long needed = (long) keyOffsets[count] + length;
    if (needed > keys.length) {
      keys = Arrays.copyOf(keys, grown(needed, keys.length));
    }
    return keys;
  }

  /** As {@link #reserveKey}, for the value. */
  public byte[] reserveValue(int length) {
    long needed = (long) valueOffsets[count] + length;
    if (needed > values.length) {
      values = Arrays.copyOf(values, grown(needed, values.length));
    }
    return values;
  }

  /** Where the key of the next row goes. */
  public int nextKeyStart() {
    return wantsKeys ? keyOffsets[count] : 0;
  }

  /** Where the value of the next row goes. */
  public int nextValueStart() {
    return wantsValues ? valueOffsets[count] : 0;
  }

  /** Ends the next row: the lengths of what was written behind the two starts. */
  public void endRow(int keyLength, int valueLength) {
    if (wantsKeys) {
      keyOffsets[count + 1] = keyOffsets[count] + keyLength;
    }
    if (wantsValues) {
      valueOffsets[count + 1] = valueOffsets[count] + valueLength;
    }
    count++;
  }

  private static int grown(long needed, int old) {
    if (needed > MAX_ARRAY_LENGTH) {
      throw new GabbroException(ErrorCode.OUT_OF_MEMORY, "a stored value is too large to read");
    }
    return (int) Math.max(needed, Math.min(MAX_ARRAY_LENGTH, old * 2L));
  }
}
