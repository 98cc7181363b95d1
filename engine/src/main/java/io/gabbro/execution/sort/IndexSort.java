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
   * Sorts a part of {@code indexes} by the unsigned order of the words at the same positions: radix
   * sort, a byte at a time from the least significant; bytes that are the same in all words cost
   * nothing. The scratch arrays are as long as the others.
   */
  static void byWords(
      long[] words, int[] indexes, int start, int end, long[] scratchWords, int[] scratch) {
    long differing = 0;
    for (int at = start + 1; at < end; at++) {
      differing |= words[at] ^ words[start];
    }
    long[] fromWords = words;
    int[] fromIndexes = indexes;
    long[] toWords = scratchWords;
    int[] toIndexes = scratch;
    for (int shift = 0; shift < Long.SIZE; shift += RADIX_BITS) {
      if (((differing >>> shift) & (BUCKETS - 1)) == 0) {
        continue;
      }
      distribute(fromWords, fromIndexes, toWords, toIndexes, start, end, shift);
      long[] swappedWords = fromWords;
      fromWords = toWords;
      toWords = swappedWords;
      int[] swappedIndexes = fromIndexes;
      fromIndexes = toIndexes;
      toIndexes = swappedIndexes;
    }
    if (fromWords != words) {
      System.arraycopy(fromWords, start, words, start, end - start);
      System.arraycopy(fromIndexes, start, indexes, start, end - start);
    }
  }

  private static void distribute(
      long[] fromWords,
      int[] fromIndexes,
      long[] toWords,
      int[] toIndexes,
      int start,
      int end,
      int shift) {
    int[] next = new int[BUCKETS];
    for (int at = start; at < end; at++) {
      next[(int) (fromWords[at] >>> shift) & (BUCKETS - 1)]++;
    }
    int first = start;
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      int size = next[bucket];
      next[bucket] = first;
      first += size;
    }
    for (int from = start; from < end; from++) {
      int at = next[(int) (fromWords[from] >>> shift) & (BUCKETS - 1)]++;
      toWords[at] = fromWords[from];
      toIndexes[at] = fromIndexes[from];
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
