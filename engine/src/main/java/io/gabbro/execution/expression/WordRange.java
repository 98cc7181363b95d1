package io.gabbro.execution.expression;

import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DecimalVector;
import io.gabbro.vector.IntVector;
import io.gabbro.vector.LongVector;

/**
 * A condition that a column's word, of kind INT, LONG or DECIMAL of one word, lies in an interval,
 * or outside of it; it is never true for NULL.
 *
 * @param lower the least value
 * @param upper the greatest value; less than {@code lower} when there is none
 * @param wanted true when the word is to lie in the interval
 */
public record WordRange(long lower, long upper, boolean wanted) {
  /**
   * Whether a value between two others can fulfil it.
   *
   * @param bounds a vector with the least and the greatest value; null when there are no values
   */
  public boolean canMatch(ColumnVector bounds) {
    if (bounds == null) {
      return false;
    }
    long least = word(bounds, 0);
    long greatest = word(bounds, 1);
    return wanted
        ? lower <= upper && lower <= greatest && least <= upper
        : !(lower <= least && greatest <= upper);
  }

  private static long word(ColumnVector vector, int row) {
    if (vector instanceof IntVector ints) {
      return ints.values()[row];
    }
    return vector instanceof LongVector longs
        ? longs.values()[row]
        : ((DecimalVector) vector).low()[row];
  }
}
