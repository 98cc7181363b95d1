package io.gabbro.table;

/**
 * A range of keys.
 *
 * @param lower the lower bound; null for none
 * @param includesLower whether the lower bound is in it
 * @param upper the upper bound; null for none
 * @param includesUpper whether the upper bound is in it
 * @param <K> the type of the keys
 */
public record Range<K>(K lower, boolean includesLower, K upper, boolean includesUpper) {
  /** Every key. */
  public static <K> Range<K> all() {
    return new Range<>(null, false, null, false);
  }

  /** {@code key} and all greater ones. */
  public static <K> Range<K> atLeast(K key) {
    return new Range<>(key, true, null, false);
  }

  /** All keys greater than {@code key}. */
  public static <K> Range<K> greaterThan(K key) {
    return new Range<>(key, false, null, false);
  }

  /** {@code key} and all smaller ones. */
  public static <K> Range<K> atMost(K key) {
    return new Range<>(null, false, key, true);
  }

  /** All keys smaller than {@code key}. */
  public static <K> Range<K> lessThan(K key) {
    return new Range<>(null, false, key, false);
  }

  /** From {@code lower} to {@code upper}, both included. */
  public static <K> Range<K> closed(K lower, K upper) {
    return new Range<>(lower, true, upper, true);
  }

  /** From {@code lower}, included, to {@code upper}, not included. */
  public static <K> Range<K> closedOpen(K lower, K upper) {
    return new Range<>(lower, true, upper, false);
  }

  /** Whether it has no bound. */
  public boolean isAll() {
    return lower == null && upper == null;
  }
}
