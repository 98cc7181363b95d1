package io.gabbro.column.segment;

import io.gabbro.bytes.ByteBuilder;

/**
 * Unsigned numbers of one, two or four bytes, one a row. Each width has loops of its own, so that
 * the compiler sees one array and one conversion. Immutable.
 *
 * <p>{@code start} is the row that position 0 stands for; targets are indexed by position.
 */
abstract sealed class Offsets permits ByteOffsets, ShortOffsets, IntOffsets {
  private static final long MAX_INT = 0xFFFF_FFFFL;

  /** The bytes of the narrowest offsets up to a maximum; 8, which there are none of, above. */
  static int width(long max) {
    return max < 0 || max > MAX_INT ? 8 : max > 0xFFFF ? 4 : max > 0xFF ? 2 : 1;
  }

  /** What the first values have more than {@code base}, all of them at most {@code max}. */
  static Offsets of(long[] values, long base, long max, int count) {
    switch (width(max)) {
      case 1 -> {
        byte[] bytes = new byte[count];
        for (int row = 0; row < count; row++) {
          bytes[row] = (byte) (values[row] - base);
        }
        return new ByteOffsets(bytes);
      }
      case 2 -> {
        short[] shorts = new short[count];
        for (int row = 0; row < count; row++) {
          shorts[row] = (short) (values[row] - base);
        }
        return new ShortOffsets(shorts);
      }
      default -> {
        int[] ints = new int[count];
        for (int row = 0; row < count; row++) {
          ints[row] = (int) (values[row] - base);
        }
        return new IntOffsets(ints);
      }
    }
  }

  static Offsets read(SegmentInput in, int count) {
    int width = in.unsignedByte();
    in.check(width == 1 || width == 2 || width == 4);
    return switch (width) {
      case 1 -> new ByteOffsets(in.bytes(count));
      case 2 -> new ShortOffsets(in.shorts(count));
      default -> new IntOffsets(in.ints(count));
    };
  }

  /** Appends the width and the numbers. */
  abstract void write(ByteBuilder out);

  /** The bytes of a number. */
  abstract int width();

  /** The number of a row. */
  abstract long get(int row);

  /** Writes the sums with {@code base} of the first {@code count} positions. */
  abstract void add(long base, int start, int count, long[] target);

  /** Writes the sums with {@code base}, modulo 2^32, of the first {@code count} positions. */
  abstract void add(int base, int start, int count, int[] target);

  /** Writes the sums with {@code base} of some positions. */
  abstract void add(long base, int start, int[] positions, int count, long[] target);

  /** Writes the sums with {@code base}, modulo 2^32, of some positions. */
  abstract void add(int base, int start, int[] positions, int count, int[] target);

  /**
   * Writes the positions whose number lies in {@code lower … upper}, or does not.
   *
   * @param lower from 0, and at most upper
   * @param upper at most what the width can hold
   * @param from the positions to look at, null for the first {@code count}; may be target
   */
  final int inRange(
      long lower, long upper, boolean wanted, int start, int[] from, int count, int[] target) {
    long size = upper - lower + 1;
    return wanted
        ? inRange(lower, size, start, from, count, target)
        : inRange(upper + 1, (1L << (Byte.SIZE * width())) - size, start, from, count, target);
  }

  /**
   * Writes the positions whose number is one of {@code size} from {@code least} on, where 0 follows
   * the greatest number. So what lies outside of a range is a range too, and one subtraction
   * compares with both of its ends.
   */
  abstract int inRange(long least, long size, int start, int[] from, int count, int[] target);

  /**
   * Writes running sums: for each row a step and the row's number are added to the sum.
   *
   * @param sum the sum before the first row
   * @param first the first row
   * @param end the row behind the last
   * @param at the index in the target of the first row's sum
   */
  abstract void accumulate(long sum, long step, int first, int end, long[] target, int at);

  /** Writes running sums modulo 2^32, as the one for longs. */
  abstract void accumulate(int sum, int step, int first, int end, int[] target, int at);

  /** The sum after some rows, as {@link #accumulate(long, long, int, int, long[], int)}. */
  abstract long accumulate(long sum, long step, int first, int end);

  abstract long memoryBytes();
}
