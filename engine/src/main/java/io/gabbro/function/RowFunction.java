package io.gabbro.function;

import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;

/**
 * Computes one row after the other: for functions without state whose work on a value outweighs a
 * call.
 */
@FunctionalInterface
public interface RowFunction {
  /** After how many rows it is looked whether to stop. */
  int ROWS_PER_CHECK = 64;

  /** Computes the result of one row. */
  void evaluate(EvaluationContext context, ColumnVector[] arguments, int row, ColumnVector result);

  /** The kernel that calls it for each selected row. */
  default Kernel kernel() {
    return this::evaluateRows;
  }

  private void evaluateRows(
      EvaluationContext context, ColumnVector[] arguments, Selection rows, ColumnVector result) {
    int count = rows.count();
    int[] positions = rows.isAll() ? null : rows.positions();
    for (int start = 0; start < count; start += ROWS_PER_CHECK) {
      if (start > 0) {
        context.check().run();
      }
      int end = Math.min(count, start + ROWS_PER_CHECK);
      if (positions == null) {
        for (int row = start; row < end; row++) {
          evaluate(context, arguments, row, result);
        }
      } else {
        for (int index = start; index < end; index++) {
          evaluate(context, arguments, positions[index], result);
        }
      }
    }
  }
}
