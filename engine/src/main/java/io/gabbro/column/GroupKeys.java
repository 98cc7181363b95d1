package io.gabbro.column;

import io.gabbro.bytes.ByteBuilder;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The keys of the rows of a group, ascending: what all of them start with is kept once, the rest
 * one behind the other. Immutable.
 */
final class GroupKeys {
  private final byte[] prefix;
  private final byte[] rests;
  private final int[] starts;
  private final int width;
  private final int count;

  private GroupKeys(byte[] prefix, byte[] rests, int[] starts, int width, int count) {
    this.prefix = prefix;
    this.rests = rests;
    this.starts = starts;
    this.width = width;
    this.count = count;
  }

  /**
   * Keys that lie in an array.
   *
   * @param starts where each key starts; the last entry is where the last one ends
   */
  static GroupKeys of(byte[] keys, int[] starts, int count) {
    int shared = sharedLength(keys, starts, count);
    byte[] prefix = Arrays.copyOfRange(keys, starts[0], starts[0] + shared);
    byte[] rests = new byte[starts[count] - starts[0] - shared * count];
    int[] restStarts = new int[count + 1];
    boolean uniform = true;
    for (int row = 0; row < count; row++) {
      int length = starts[row + 1] - starts[row] - shared;
      System.arraycopy(keys, starts[row] + shared, rests, restStarts[row], length);
      restStarts[row + 1] = restStarts[row] + length;
      uniform &= length == restStarts[1];
    }
    return new GroupKeys(prefix, rests, uniform ? null : restStarts, restStarts[1], count);
  }

  /** The keys are sorted, so what the first and the last share all share. */
  private static int sharedLength(byte[] keys, int[] starts, int count) {
    int lastLength = starts[count] - starts[count - 1];
    int longest = Math.min(starts[1] - starts[0], lastLength);
    int shared =
        Arrays.mismatch(
            keys,
            starts[0],
            starts[0] + longest,
            keys,
            starts[count - 1],
            starts[count - 1] + longest);
    return shared < 0 ? longest : shared;
  }

  /** Appends the persistent form. */
  void write(ByteBuilder out) {
    out.putIntLittle(count);
    SealedBytes.putBytes(out, prefix);
    out.putIntLittle(starts == null ? width : -1);
    if (starts != null) {
      for (int start : starts) {
        out.putIntLittle(start);
      }
    }
    SealedBytes.putBytes(out, rests);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws io.gabbro.error.GabbroException {@code DATABASE_CORRUPTED} when it cannot be
   */
  static GroupKeys read(ByteBuffer in) {
    int count = in.getInt();
    byte[] prefix = SealedBytes.bytes(in);
    int width = in.getInt();
    int[] starts = width < 0 ? starts(in, count) : null;
    byte[] rests = SealedBytes.bytes(in);
    long end = starts == null ? (long) count * width : starts[count];
    if (count < 1 || end != rests.length) {
      throw SealedBytes.damaged(null);
    }
    return new GroupKeys(prefix, rests, starts, width, count);
  }

  private static int[] starts(ByteBuffer in, int count) {
    if (count < 1 || count >= in.remaining() / Integer.BYTES) {
      throw SealedBytes.damaged(null);
    }
    int[] starts = new int[count + 1];
    for (int row = 0; row <= count; row++) {
      starts[row] = in.getInt();
      if (starts[row] < (row == 0 ? 0 : starts[row - 1])) {
        throw SealedBytes.damaged(null);
      }
    }
    return starts;
  }

  int count() {
    return count;
  }

  private int start(int row) {
    return starts == null ? row * width : starts[row];
  }

  /** A copy of a key. */
  byte[] key(int row) {
    int start = start(row);
    int length = start(row + 1) - start;
    byte[] key = Arrays.copyOf(prefix, prefix.length + length);
    System.arraycopy(rests, start, key, prefix.length, length);
    return key;
  }

  /** The row of a key; when there is none, {@code -(row of the next greater key) - 1}. */
  int find(byte[] key) {
    int common = Math.min(prefix.length, key.length);
    int order = Arrays.compareUnsigned(key, 0, common, prefix, 0, common);
    if (order != 0 || key.length < prefix.length) {
      return order > 0 ? -count - 1 : -1;
    }
    int low = 0;
    int high = count - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int compared =
          Arrays.compareUnsigned(
              rests, start(middle), start(middle + 1), key, prefix.length, key.length);
      if (compared == 0) {
        return middle;
      } else if (compared < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -low - 1;
  }

  /** The first row whose key is not less than a bound. */
  int firstAtLeast(byte[] bound) {
    int found = find(bound);
    return found < 0 ? -found - 1 : found;
  }

  /** An estimate of the bytes of heap that they take. */
  long memoryBytes() {
    return 64L + prefix.length + rests.length + (starts == null ? 0 : 4L * starts.length);
  }
}
