package io.gabbro.function;

import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;

/**
 * Computes one row after the other: for functions without state whose work on a value outweighs a
 * call.
 */
@FunctionalInterface
public interface RowFunction {
  /** Computes the result of one row. */
  void evaluate(EvaluationContext context, ColumnVector[] arguments, int row, ColumnVector result);

  /** The kernel that calls it for each selected row. */
  default Kernel kernel() {
    return this::evaluateRows;
  }

  private void evaluateRows(
      EvaluationContext context, ColumnVector[] arguments, Selection rows, ColumnVector result) {
    int count = rows.count();
    if (rows.isAll()) {
      for (int row = 0; row < count; row++) {
        evaluate(context, arguments, row, result);
      }
    } else {
      int[] positions = rows.positions();
      for (int index = 0; index < count; index++) {
        evaluate(context, arguments, positions[index], result);
      }
    }
  }
}
