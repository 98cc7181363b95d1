package io.gabbro.function.cast;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.function.EvaluationContext;
import io.gabbro.function.Kernel;
import io.gabbro.type.DecimalText;
import io.gabbro.type.Int128;
import io.gabbro.type.SqlType;
import io.gabbro.type.TypeKind;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DecimalVector;
import io.gabbro.vector.DoubleVector;
import io.gabbro.vector.Selection;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Floating point numbers as NUMERIC. As in PostgreSQL, only the digits count that every decimal of
 * that length keeps: 15 of a double, 6 of a float.
 */
final class FloatingToDecimalCast implements Kernel {
  private static final int DOUBLE_DIGITS = 15;
  private static final int FLOAT_DIGITS = 6;

  private final SqlType to;
  private final MathContext digits;
  private final Int128 number = new Int128();

  FloatingToDecimalCast(SqlType from, SqlType to) {
    this.to = to;
    digits =
        new MathContext(
            from.kind() == TypeKind.REAL ? FLOAT_DIGITS : DOUBLE_DIGITS, RoundingMode.HALF_EVEN);
  }

  @Override
  public void evaluate(
      EvaluationContext context, ColumnVector[] arguments, Selection rows, ColumnVector result) {
    double[] source = ((DoubleVector) arguments[0]).values();
    DecimalVector target = (DecimalVector) result;
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      if (Double.isNaN(source[row]) || Double.isInfinite(source[row])) {
        throw new GabbroException(ErrorCode.NUMERIC_OUT_OF_RANGE, to);
      }
      DecimalText.set(new BigDecimal(source[row]).round(digits), to, number);
      target.set(row, number.high(), number.low());
    }
  }
}
