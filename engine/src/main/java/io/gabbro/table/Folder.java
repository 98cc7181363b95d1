package io.gabbro.table;

/**
 * A step of a fold over entries.
 *
 * @param <A> the type of the result
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
@FunctionalInterface
public interface Folder<A, K, V> {
  /**
   * The result after an entry.
   *
   * @param result the result before it
   */
  A fold(A result, K key, V value);
}
