package io.gabbro.function.cast;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.function.EvaluationContext;
import io.gabbro.function.Kernel;
import io.gabbro.type.Decimals;
import io.gabbro.type.Int128;
import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DecimalVector;
import io.gabbro.vector.IntVector;
import io.gabbro.vector.LongVector;
import io.gabbro.vector.Selection;

/** Integers as NUMERIC. */
final class IntegerToDecimalCast implements Kernel {
  private final SqlType to;

  /** Ten to the power of the scale, 0 where that is no long. */
  private final long factor;

  /** What results have to stay below to be sure to fit into the type. */
  private final long limit;

  private final Int128 number = new Int128();

  IntegerToDecimalCast(SqlType to) {
    this.to = to;
    factor = to.scale() <= Decimals.LONG_PRECISION ? Decimals.powerOfTen(to.scale()) : 0;
    limit = Decimals.powerOfTen(Math.min(to.length(), Decimals.LONG_PRECISION));
  }

  @Override
  public void evaluate(
      EvaluationContext context, ColumnVector[] arguments, Selection rows, ColumnVector result) {
    DecimalVector target = (DecimalVector) result;
    if (arguments[0] instanceof IntVector source) {
      int[] values = source.values();
      for (int index = 0; index < rows.count(); index++) {
        int row = rows.position(index);
        set(target, row, values[row]);
      }
    } else {
      long[] values = ((LongVector) arguments[0]).values();
      for (int index = 0; index < rows.count(); index++) {
        int row = rows.position(index);
        set(target, row, values[row]);
      }
    }
  }

  private void set(DecimalVector target, int row, long value) {
    long scaled = value * factor;
    if (factor > 0
        && Math.multiplyHigh(value, factor) == scaled >> 63
        && scaled < limit
        && scaled > -limit) {
      target.set(row, scaled);
    } else if (number.set(value).scaleUp(to.scale()) && Decimals.fits(number, to.length())) {
      target.set(row, number.high(), number.low());
    } else {
      throw new GabbroException(ErrorCode.NUMERIC_OUT_OF_RANGE, to);
    }
  }
}
