package io.gabbro.execution.sort;

/** Stable sorts of row indexes. */
final class IndexSort {
  private static final int RUN = 8;
  private static final int RADIX_BITS = 8;
  private static final int BUCKETS = 1 << RADIX_BITS;

  private IndexSort() {}

  /** Compares two rows by their indexes. */
  interface IndexComparator {
    /** As {@link java.util.Comparator#compare}. */
    int compare(int left, int right);
  }

  /**
   * Sorts indexes by the unsigned order of the words beside them: radix sort, a byte at a time from
   * the least significant; bytes that are the same in all words cost nothing.
   */
  static void byWords(long[] words, int[] indexes, int count) {
    long differing = 0;
    for (int index = 1; index < count; index++) {
      differing |= words[index] ^ words[0];
    }
    long[] fromWords = words;
    int[] fromIndexes = indexes;
    long[] toWords = new long[differing == 0 ? 0 : count];
    int[] toIndexes = new int[differing == 0 ? 0 : count];
    for (int shift = 0; shift < Long.SIZE; shift += RADIX_BITS) {
      if ((differing >>> shift & (BUCKETS - 1)) == 0) {
        continue;
      }
      distribute(fromWords, fromIndexes, toWords, toIndexes, count, shift);
      long[] swappedWords = fromWords;
      fromWords = toWords;
      toWords = swappedWords;
      int[] swappedIndexes = fromIndexes;
      fromIndexes = toIndexes;
      toIndexes = swappedIndexes;
    }
    if (fromWords != words) {
      System.arraycopy(fromWords, 0, words, 0, count);
      System.arraycopy(fromIndexes, 0, indexes, 0, count);
    }
  }

  private static void distribute(
      long[] fromWords, int[] fromIndexes, long[] toWords, int[] toIndexes, int count, int shift) {
    int[] next = new int[BUCKETS];
    for (int index = 0; index < count; index++) {
      next[(int) (fromWords[index] >>> shift) & (BUCKETS - 1)]++;
    }
    int start = 0;
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      int size = next[bucket];
      next[bucket] = start;
      start += size;
    }
    for (int index = 0; index < count; index++) {
      int at = next[(int) (fromWords[index] >>> shift) & (BUCKETS - 1)]++;
      toWords[at] = fromWords[index];
      toIndexes[at] = fromIndexes[index];
    }
  }

  /**
   * Sorts a part of {@code indexes}: merge sort over runs that insertion has sorted.
   *
   * @param scratch of no interest before and after, at least {@code end} long
   */
  static void byComparator(
      int[] indexes, int start, int end, IndexComparator comparator, int[] scratch) {
    for (int run = start; run < end; run += RUN) {
      insert(indexes, run, Math.min(run + RUN, end), comparator);
    }
    int[] from = indexes;
    int[] to = scratch;
    for (int width = RUN; width < end - start; width *= 2) {
      for (int left = start; left < end; left += 2 * width) {
        int middle = Math.min(left + width, end);
        merge(from, to, left, middle, Math.min(middle + width, end), comparator);
      }
      int[] swapped = from;
      from = to;
      to = swapped;
    }
    if (from != indexes) {
      System.arraycopy(from, start, indexes, start, end - start);
    }
  }

  private static void insert(int[] indexes, int start, int end, IndexComparator comparator) {
    for (int next = start + 1; next < end; next++) {
      int inserted = indexes[next];
      int at = next;
      while (at > start && comparator.compare(indexes[at - 1], inserted) > 0) {
        indexes[at] = indexes[at - 1];
        at--;
      }
      indexes[at] = inserted;
    }
  }

  private static void merge(
      int[] from, int[] to, int start, int middle, int end, IndexComparator comparator) {
    int left = start;
    int right = middle;
    for (int at = start; at < end; at++) {
      boolean takeLeft =
          right == end || (left < middle && comparator.compare(from[left], from[right]) <= 0);
      to[at] = takeLeft ? from[left++] : from[right++];
    }
  }
}
