package io.gabbro.function.arithmetic;

import io.gabbro.vector.Selection;

/**
 * Loops over longs, for BIGINT and for narrow NUMERIC. Each returns whether all results fit into a
 * long; those that do not are wrong.
 */
final class LongLoops {
  private LongLoops() {}

  static boolean add(long[] left, long[] right, Selection rows, long[] target) {
    long overflow = 0;
    int count = rows.count();
    if (rows.isAll()) {
      for (int row = 0; row < count; row++) {
        long sum = left[row] + right[row];
        overflow |= (left[row] ^ sum) & (right[row] ^ sum);
        target[row] = sum;
      }
    } else {
      int[] positions = rows.positions();
      for (int index = 0; index < count; index++) {
        int row = positions[index];
        long sum = left[row] + right[row];
        overflow |= (left[row] ^ sum) & (right[row] ^ sum);
        target[row] = sum;
      }
    }
    return overflow >= 0;
  }

  static boolean subtract(long[] left, long[] right, Selection rows, long[] target) {
    long overflow = 0;
    int count = rows.count();
    if (rows.isAll()) {
      for (int row = 0; row < count; row++) {
        long difference = left[row] - right[row];
        overflow |= (left[row] ^ right[row]) & (left[row] ^ difference);
        target[row] = difference;
      }
    } else {
      int[] positions = rows.positions();
      for (int index = 0; index < count; index++) {
        int row = positions[index];
        long difference = left[row] - right[row];
        overflow |= (left[row] ^ right[row]) & (left[row] ^ difference);
        target[row] = difference;
      }
    }
    return overflow >= 0;
  }

  static boolean multiply(long[] left, long[] right, Selection rows, long[] target) {
    long overflow = 0;
    int count = rows.count();
    if (rows.isAll()) {
      for (int row = 0; row < count; row++) {
        long product = left[row] * right[row];
        overflow |= Math.multiplyHigh(left[row], right[row]) ^ (product >> 63);
        target[row] = product;
      }
    } else {
      int[] positions = rows.positions();
      for (int index = 0; index < count; index++) {
        int row = positions[index];
        long product = left[row] * right[row];
        overflow |= Math.multiplyHigh(left[row], right[row]) ^ (product >> 63);
        target[row] = product;
      }
    }
    return overflow == 0;
  }

  /** Multiplies by one factor. */
  static boolean scale(long[] values, long factor, Selection rows, long[] target) {
    long overflow = 0;
    int count = rows.count();
    if (rows.isAll()) {
      for (int row = 0; row < count; row++) {
        long product = values[row] * factor;
        overflow |= Math.multiplyHigh(values[row], factor) ^ (product >> 63);
        target[row] = product;
      }
    } else {
      int[] positions = rows.positions();
      for (int index = 0; index < count; index++) {
        int row = positions[index];
        long product = values[row] * factor;
        overflow |= Math.multiplyHigh(values[row], factor) ^ (product >> 63);
        target[row] = product;
      }
    }
    return overflow == 0;
  }
}
