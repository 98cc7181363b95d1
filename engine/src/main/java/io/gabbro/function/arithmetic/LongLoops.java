package io.gabbro.function.arithmetic;

import io.gabbro.vector.Selection;

/**
 * Loops over longs, for BIGINT and for narrow NUMERIC. Each returns whether all results fit into a
 * long; those that do not are wrong.
 */
final class LongLoops {
  private LongLoops() {}

  /**
   * Whether it is faster to compute all rows up to the last one. What the others hold may overflow;
   * only when that happens the selected ones are computed alone.
   */
  private static boolean isDense(Selection rows) {
    return rows.isAll() || rows.count() >= rows.end() - rows.end() / 4;
  }

  static boolean add(long[] left, long[] right, Selection rows, long[] target) {
    if (isDense(rows) && add(left, right, rows.end(), target)) {
      return true;
    }
    long overflow = 0;
    int count = rows.count();
    for (int index = 0; index < count; index++) {
      int row = rows.position(index);
      long sum = left[row] + right[row];
      overflow |= (left[row] ^ sum) & (right[row] ^ sum);
      target[row] = sum;
    }
    return overflow >= 0;
  }

  private static boolean add(long[] left, long[] right, int end, long[] target) {
    long overflow = 0;
    for (int row = 0; row < end; row++) {
      long sum = left[row] + right[row];
      overflow |= (left[row] ^ sum) & (right[row] ^ sum);
      target[row] = sum;
    }
    return overflow >= 0;
  }

  static boolean subtract(long[] left, long[] right, Selection rows, long[] target) {
    if (isDense(rows) && subtract(left, right, rows.end(), target)) {
      return true;
    }
    long overflow = 0;
    int count = rows.count();
    for (int index = 0; index < count; index++) {
      int row = rows.position(index);
      long difference = left[row] - right[row];
      overflow |= (left[row] ^ right[row]) & (left[row] ^ difference);
      target[row] = difference;
    }
    return overflow >= 0;
  }

  private static boolean subtract(long[] left, long[] right, int end, long[] target) {
    long overflow = 0;
    for (int row = 0; row < end; row++) {
      long difference = left[row] - right[row];
      overflow |= (left[row] ^ right[row]) & (left[row] ^ difference);
      target[row] = difference;
    }
    return overflow >= 0;
  }

  static boolean multiply(long[] left, long[] right, Selection rows, long[] target) {
    if (isDense(rows) && multiply(left, right, rows.end(), target)) {
      return true;
    }
    long overflow = 0;
    int count = rows.count();
    for (int index = 0; index < count; index++) {
      int row = rows.position(index);
      long product = left[row] * right[row];
      overflow |= Math.multiplyHigh(left[row], right[row]) ^ (product >> 63);
      target[row] = product;
    }
    return overflow == 0;
  }

  private static boolean multiply(long[] left, long[] right, int end, long[] target) {
    long overflow = 0;
    for (int row = 0; row < end; row++) {
      long product = left[row] * right[row];
      overflow |= Math.multiplyHigh(left[row], right[row]) ^ (product >> 63);
      target[row] = product;
    }
    return overflow == 0;
  }

  /** Multiplies by one factor. */
  static boolean scale(long[] values, long factor, Selection rows, long[] target) {
    if (isDense(rows) && scale(values, factor, rows.end(), target)) {
      return true;
    }
    long overflow = 0;
    int count = rows.count();
    for (int index = 0; index < count; index++) {
      int row = rows.position(index);
      long product = values[row] * factor;
      overflow |= Math.multiplyHigh(values[row], factor) ^ (product >> 63);
      target[row] = product;
    }
    return overflow == 0;
  }

  private static boolean scale(long[] values, long factor, int end, long[] target) {
    long overflow = 0;
    for (int row = 0; row < end; row++) {
      long product = values[row] * factor;
      overflow |= Math.multiplyHigh(values[row], factor) ^ (product >> 63);
      target[row] = product;
    }
    return overflow == 0;
  }
}
