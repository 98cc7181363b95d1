package io.gabbro.function.cast;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.function.EvaluationContext;
import io.gabbro.function.Kernel;
import io.gabbro.type.SqlType;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;

/** Byte strings of another length: cut, or on assignment refused. */
final class BinaryCast implements Kernel {
  private final SqlType to;
  private final boolean assigns;

  BinaryCast(SqlType to, boolean assigns) {
    this.to = to;
    this.assigns = assigns;
  }

  @Override
  public void evaluate(
      EvaluationContext context, ColumnVector[] arguments, Selection rows, ColumnVector result) {
    BytesVector source = (BytesVector) arguments[0];
    BytesVector target = (BytesVector) result;
    int limit = to.length() == SqlType.UNBOUNDED ? Integer.MAX_VALUE : to.length();
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      if (assigns && source.length(row) > limit) {
        throw new GabbroException(ErrorCode.STRING_TOO_LONG, to);
      }
      target.set(row, source.data(), source.start(row), Math.min(limit, source.length(row)));
    }
  }
}
