package io.gabbro.function.cast;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.function.EvaluationContext;
import io.gabbro.function.Kernel;
import io.gabbro.type.DecimalText;
import io.gabbro.type.Decimals;
import io.gabbro.type.Int128;
import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DecimalVector;
import io.gabbro.vector.Selection;

/** Changes scale and precision of NUMERIC, rounding half away from zero. */
final class DecimalCast implements Kernel {
  private final SqlType from;
  private final SqlType to;
  private final boolean alwaysFits;
  private final Int128 number = new Int128();

  DecimalCast(SqlType from, SqlType to) {
    this.from = from;
    this.to = to;
    // One digit more for a carry of the rounding.
    alwaysFits =
        from.length() - from.scale() + (to.scale() < from.scale() ? 1 : 0)
            <= to.length() - to.scale();
  }

  @Override
  public void evaluate(
      EvaluationContext context, ColumnVector[] arguments, Selection rows, ColumnVector result) {
    DecimalVector source = (DecimalVector) arguments[0];
    DecimalVector target = (DecimalVector) result;
    boolean scalesUpInLongs =
        !source.isWide()
            && alwaysFits
            && to.scale() >= from.scale()
            && to.length() <= Decimals.LONG_PRECISION;
    if (scalesUpInLongs) {
      long factor = Decimals.powerOfTen(to.scale() - from.scale());
      for (int index = 0; index < rows.count(); index++) {
        int row = rows.position(index);
        target.low()[row] = source.low()[row] * factor;
      }
      return;
    }
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      number.set(source.highWord(row), source.low()[row]);
      if (!DecimalText.rescale(number, from.scale(), to.scale())
          || (!alwaysFits && !Decimals.fits(number, to.length()))) {
        throw new GabbroException(ErrorCode.NUMERIC_OUT_OF_RANGE, to);
      }
      target.set(row, number.high(), number.low());
    }
  }
}
