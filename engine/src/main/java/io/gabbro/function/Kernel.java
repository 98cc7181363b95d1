package io.gabbro.function;

import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;

/**
 * The body of a scalar function: a batch at a time. An instance belongs to one operator of one
 * thread and may keep state from call to call, such as a compiled pattern.
 */
@FunctionalInterface
public interface Kernel {
  /**
   * Computes the result for the selected rows, each at the same position as its arguments. {@code
   * result} was reset and has room for {@code rows.end()} rows. The kernel of a strict signature
   * sees only rows in which no argument is NULL; it may still make a result NULL. Positions that
   * are not selected must be neither read nor allowed to raise an error; to compute and write them
   * is harmless where nothing can fail.
   */
  void evaluate(
      EvaluationContext context, ColumnVector[] arguments, Selection rows, ColumnVector result);
}
