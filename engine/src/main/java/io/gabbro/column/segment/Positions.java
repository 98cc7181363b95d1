package io.gabbro.column.segment;

/** Writes positions that are known without a look at values. */
final class Positions {
  private Positions() {}

  /** All positions that are looked at. */
  static int all(int[] from, int count, int[] target) {
    if (from == null) {
      return range(0, count, target, 0);
    }
    if (from != target) {
      System.arraycopy(from, 0, target, 0, count);
    }
    return count;
  }

  /** The positions that lie in {@code first … end-1}, or those that do not. */
  static int inRange(int first, int end, boolean wanted, int[] from, int count, int[] target) {
    if (from == null) {
      int low = Math.max(0, Math.min(first, count));
      int high = Math.max(low, Math.min(end, count));
      return wanted
          ? range(low, high, target, 0)
          : range(high, count, target, range(0, low, target, 0));
    }
    int span = end - first + Integer.MIN_VALUE;
    int flip = wanted ? 1 : 0;
    int kept = 0;
    for (int index = 0; index < count; index++) {
      int position = from[index];
      target[kept] = position;
      kept += (position - first + Integer.MIN_VALUE < span ? 0 : 1) ^ flip;
    }
    return kept;
  }

  /** Writes {@code first … end-1} from an index on, and returns the index behind the last. */
  static int range(int first, int end, int[] target, int at) {
    int shift = at - first;
    for (int position = first; position < end; position++) {
      target[position + shift] = position;
    }
    return end + shift;
  }
}
