package io.gabbro.function.cast;

import static io.gabbro.function.Vectors.doubles;
import static io.gabbro.function.Vectors.ints;
import static io.gabbro.function.Vectors.longs;

import io.gabbro.function.Kernel;
import io.gabbro.vector.Selection;

/** Casts to wider numbers, which cannot fail: loops that mixed comparisons and sums wait for. */
final class WideningCast {
  private WideningCast() {}

  static Kernel intsToLongs() {
    return (context, arguments, rows, result) -> widen(ints(arguments[0]), rows, longs(result));
  }

  static Kernel intsToDoubles() {
    return (context, arguments, rows, result) -> widen(ints(arguments[0]), rows, doubles(result));
  }

  static Kernel longsToDoubles() {
    return (context, arguments, rows, result) -> widen(longs(arguments[0]), rows, doubles(result));
  }

  private static void widen(int[] values, Selection rows, long[] target) {
    int count = rows.count();
    if (rows.isAll()) {
      for (int row = 0; row < count; row++) {
        target[row] = values[row];
      }
    } else {
      int[] positions = rows.positions();
      for (int index = 0; index < count; index++) {
        target[positions[index]] = values[positions[index]];
      }
    }
  }

  private static void widen(int[] values, Selection rows, double[] target) {
    int count = rows.count();
    if (rows.isAll()) {
      for (int row = 0; row < count; row++) {
        target[row] = values[row];
      }
    } else {
      int[] positions = rows.positions();
      for (int index = 0; index < count; index++) {
        target[positions[index]] = values[positions[index]];
      }
    }
  }

  private static void widen(long[] values, Selection rows, double[] target) {
    int count = rows.count();
    if (rows.isAll()) {
      for (int row = 0; row < count; row++) {
        target[row] = values[row];
      }
    } else {
      int[] positions = rows.positions();
      for (int index = 0; index < count; index++) {
        target[positions[index]] = values[positions[index]];
      }
    }
  }
}
