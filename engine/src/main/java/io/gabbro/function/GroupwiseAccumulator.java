package io.gabbro.function;

import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;

/** An accumulator that adds many rows of one group faster than rows of different groups. */
public interface GroupwiseAccumulator extends Accumulator {
  /**
   * Adds rows of one group; the result is that of {@link #add}.
   *
   * @param arguments the argument vectors
   * @param rows which rows
   * @param group their group
   */
  void addGroup(ColumnVector[] arguments, Selection rows, int group);
}
