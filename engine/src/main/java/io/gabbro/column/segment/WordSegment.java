package io.gabbro.column.segment;

/** A segment whose values are words: INT, LONG, and DECIMAL that fits into longs. */
public interface WordSegment {
  /**
   * Filters rows by a range of values without decoding them. Allocates nothing.
   *
   * @param lower the least value of the range; the range is empty when it is greater than {@code
   *     upper}
   * @param upper the greatest value of the range
   * @param wanted whether rows inside of the range are wanted, or those outside of it
   * @param start the row of the segment that position 0 stands for
   * @param from ascending positions to look at, or null for {@code 0 … count-1}
   * @param count the number of positions to look at
   * @param target gets the wanted positions, ascending, never those of NULLs; it may be {@code
   *     from} and must have room for {@code count}
   * @return how many it got
   */
  int inRange(
      long lower, long upper, boolean wanted, int start, int[] from, int count, int[] target);
}
