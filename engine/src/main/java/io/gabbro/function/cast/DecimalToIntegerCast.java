package io.gabbro.function.cast;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.function.EvaluationContext;
import io.gabbro.function.Kernel;
import io.gabbro.type.Int128;
import io.gabbro.type.IntegerText;
import io.gabbro.type.SqlType;
import io.gabbro.type.TypeKind;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DecimalVector;
import io.gabbro.vector.IntVector;
import io.gabbro.vector.LongVector;
import io.gabbro.vector.Selection;

/** The integer nearest to a decimal, half away from zero. */
final class DecimalToIntegerCast implements Kernel {
  private final int scale;
  private final SqlType to;
  private final Int128 number = new Int128();

  DecimalToIntegerCast(SqlType from, SqlType to) {
    scale = from.scale();
    this.to = to;
  }

  @Override
  public void evaluate(
      EvaluationContext context, ColumnVector[] arguments, Selection rows, ColumnVector result) {
    DecimalVector source = (DecimalVector) arguments[0];
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      number.set(source.highWord(row), source.low()[row]).scaleDown(scale);
      if (!number.isNarrow() || !IntegerText.isInRange(to.kind(), number.low())) {
        throw new GabbroException(ErrorCode.NUMERIC_OUT_OF_RANGE, to);
      }
      if (to.kind() == TypeKind.BIGINT) {
        ((LongVector) result).values()[row] = number.low();
      } else {
        ((IntVector) result).values()[row] = (int) number.low();
      }
    }
  }
}
