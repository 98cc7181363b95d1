package io.gabbro.function.datetime;

import io.gabbro.function.EvaluationContext;
import io.gabbro.function.Kernel;
import io.gabbro.function.Vectors;
import io.gabbro.type.DateTimeField;
import io.gabbro.type.SqlType;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;

/**
 * A kernel whose first argument names a field, usually the same in all rows: the name is looked up
 * when it lies at another place than that of the row before.
 */
abstract class FieldKernel implements Kernel {
  private final SqlType type;

  /** A kernel for values of a type. */
  FieldKernel(SqlType type) {
    this.type = type;
  }

  @Override
  public final void evaluate(
      EvaluationContext context, ColumnVector[] arguments, Selection rows, ColumnVector result) {
    BytesVector names = Vectors.bytes(arguments[0]);
    DateTimeField field = null;
    int start = -1;
    int length = -1;
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      if (names.start(row) != start || names.length(row) != length) {
        start = names.start(row);
        length = names.length(row);
        String name = names.string(row);
        field = DateTimeField.ofUnit(name).orElseThrow(() -> DateTimes.unrecognized(name, type));
      }
      evaluateRow(context, field, arguments[1], row, result);
    }
  }

  /** Computes the result of one row. */
  abstract void evaluateRow(
      EvaluationContext context,
      DateTimeField field,
      ColumnVector source,
      int row,
      ColumnVector result);
}
