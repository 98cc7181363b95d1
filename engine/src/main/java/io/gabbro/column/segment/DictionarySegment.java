package io.gabbro.column.segment;

import io.gabbro.vector.CodedValues;

/** A segment that has each distinct value once, and a code for it in each row. */
public interface DictionarySegment extends CodedValues {
  /**
   * Filters rows by their codes. Allocates nothing.
   *
   * @param matching for each code, whether its rows are wanted
   * @param start the row of the segment that position 0 stands for
   * @param from ascending positions to look at, or null for {@code 0 … count-1}
   * @param count the number of positions to look at
   * @param target gets the wanted positions, ascending, never those of NULLs; it may be {@code
   *     from} and must have room for {@code count}
   * @return how many it got
   */
  int select(boolean[] matching, int start, int[] from, int count, int[] target);
}
