package io.gabbro.function.cast;

import io.gabbro.function.EvaluationContext;
import io.gabbro.function.Kernel;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;

/** The cast between types whose vectors hold the same. */
final class CopyCast implements Kernel {
  @Override
  public void evaluate(
      EvaluationContext context, ColumnVector[] arguments, Selection rows, ColumnVector result) {
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      result.copyRow(row, arguments[0], row);
    }
  }
}
