package io.gabbro.function;

import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;

/**
 * The state of one aggregate for many groups, numbered from zero. It belongs to one thread; partial
 * states of several threads are put together by {@link #combine}.
 */
public interface Accumulator {
  /** Makes room for groups up to {@code count}; new ones are empty. */
  void ensureGroups(int count);

  /**
   * Adds rows.
   *
   * @param arguments the argument vectors; none for {@code count(*)}
   * @param rows which rows
   * @param groups the group of each row, at the row's position; null when all belong to group 0
   */
  void add(ColumnVector[] arguments, Selection rows, int[] groups);

  /**
   * Adds the state of another accumulator of the same aggregate.
   *
   * @param other the other one, unchanged
   * @param otherCount the number of its groups
   * @param groups the group here for each group there
   */
  void combine(Accumulator other, int otherCount, int[] groups);

  /**
   * Takes the state of an accumulator to which the same arguments are added for the same rows, if
   * results can be had from it. Then only {@link #result} may be called here, and the other one is
   * filled for both.
   *
   * @return whether it was taken
   */
  default boolean share(Accumulator other) {
    return false;
  }

  /** Writes the result of a group, NULL or not, to a row of {@code target}. */
  void result(int group, ColumnVector target, int row);

  /** An estimate of the bytes of heap that it takes. */
  long memoryBytes();
}
