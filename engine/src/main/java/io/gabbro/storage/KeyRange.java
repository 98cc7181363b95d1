package io.gabbro.storage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A range of keys in unsigned byte order. The arrays are not copied and must not be changed.
 *
 * @param lower the least key, inclusive; null for no bound
 * @param upper the bound above the greatest key, exclusive; null for no bound
 */
public record KeyRange(byte[] lower, byte[] upper) {
  private static final KeyRange ALL = new KeyRange(null, null);
  private static final byte[] ABOVE_ALL = new byte[512];

  static {
    Arrays.fill(ABOVE_ALL, (byte) 0xFF);
  }

  /** Every key. */
  public static KeyRange all() {
    return ALL;
  }

  /** All keys that start with {@code prefix}. */
  public static KeyRange prefix(byte[] prefix) {
    return new KeyRange(prefix, successor(prefix));
  }

  /** The one key {@code key}. */
  public static KeyRange point(byte[] key) {
    return new KeyRange(key, Arrays.copyOf(key, key.length + 1));
  }

  /** The least key above all that start with {@code prefix}; null where there is none. */
  public static byte[] successor(byte[] prefix) {
    int length = prefix.length;
    while (length > 0 && prefix[length - 1] == (byte) 0xFF) {
      length--;
    }
    if (length == 0) {
      return null;
    }
    byte[] next = Arrays.copyOf(prefix, length);
    next[length - 1]++;
    return next;
  }

  /**
   * The same range with an upper bound, which is above all keys but those of hundreds of bytes FF.
   */
  public KeyRange bounded() {
    return upper == null ? new KeyRange(lower, ABOVE_ALL.clone()) : this;
  }

  /** Whether no key can be in it. */
  public boolean isEmpty() {
    return lower != null && upper != null && Arrays.compareUnsigned(lower, upper) >= 0;
  }

  /** Whether {@code key} is in it. */
  public boolean contains(byte[] key) {
    return (lower == null || Arrays.compareUnsigned(key, lower) >= 0)
        && (upper == null || Arrays.compareUnsigned(key, upper) < 0);
  }

  /** The keys that are in both. */
  public KeyRange intersect(KeyRange other) {
    byte[] low =
        lower == null || (other.lower != null && Arrays.compareUnsigned(other.lower, lower) > 0)
            ? other.lower
            : lower;
    byte[] high =
        upper == null || (other.upper != null && Arrays.compareUnsigned(other.upper, upper) < 0)
            ? other.upper
            : upper;
    return new KeyRange(low, high);
  }

  /**
   * This range cut at keys.
   *
   * @param keys where to cut, ascending; those that would leave an empty range are passed over
   * @return ranges in ascending order, without overlap, which together are this range
   */
  public List<KeyRange> splitAt(List<byte[]> keys) {
    List<KeyRange> parts = new ArrayList<>(keys.size() + 1);
    byte[] low = lower;
    for (byte[] key : keys) {
      KeyRange part = new KeyRange(low, key);
      if (key.length > 0 && !part.isEmpty() && contains(key)) {
        parts.add(part);
        low = key;
      }
    }
    parts.add(new KeyRange(low, upper));
    return parts;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KeyRange that
        && Arrays.equals(lower, that.lower)
        && Arrays.equals(upper, that.upper);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(lower) + Arrays.hashCode(upper);
  }
}
