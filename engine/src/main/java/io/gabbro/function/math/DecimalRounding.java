package io.gabbro.function.math;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.function.EvaluationContext;
import io.gabbro.function.Kernel;
import io.gabbro.function.Vectors;
import io.gabbro.type.Decimals;
import io.gabbro.type.Int128;
import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DecimalVector;
import io.gabbro.vector.Selection;

/**
 * Rounds NUMERIC to a number of digits behind the point, or in front of it where that is negative:
 * the second argument, 0 where there is none.
 */
final class DecimalRounding implements Kernel {
  private static final int MAX_DIGITS = 2 * SqlType.MAX_PRECISION;

  private final RoundingMode mode;
  private final int fromScale;
  private final SqlType type;
  private final Int128 number = new Int128();
  private final Int128 back = new Int128();

  DecimalRounding(RoundingMode mode, SqlType from, SqlType type) {
    this.mode = mode;
    this.fromScale = from.scale();
    this.type = type;
  }

  @Override
  public void evaluate(
      EvaluationContext context, ColumnVector[] arguments, Selection rows, ColumnVector result) {
    DecimalVector source = (DecimalVector) arguments[0];
    DecimalVector target = (DecimalVector) result;
    int[] digits = arguments.length > 1 ? Vectors.ints(arguments[1]) : null;
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      number.set(source.highWord(row), source.low()[row]);
      if (!round(digits == null ? 0 : digits[row]) || !Decimals.fits(number, type.length())) {
        throw new GabbroException(ErrorCode.NUMERIC_OUT_OF_RANGE, type);
      }
      target.set(row, number.high(), number.low());
    }
  }

  /** Rounds {@link #number} and gives it the scale of the result; false when that is too long. */
  private boolean round(int digits) {
    // Beyond these limits all digits stay, or none does; digits past the scale of the type go.
    int kept = Math.min(Math.max(digits, -MAX_DIGITS), type.scale());
    int dropped = fromScale - kept;
    if (dropped <= 0) {
      return number.scaleUp(type.scale() - fromScale);
    }
    switch (mode) {
      case NEAREST -> number.scaleDown(dropped);
      case TRUNCATE -> number.truncate(dropped);
      case CEILING -> stepFrom(dropped, 1);
      case FLOOR -> stepFrom(dropped, -1);
    }
    return number.signum() == 0 || number.scaleUp(type.scale() - kept);
  }

  /** Truncates, and goes one step further where that went the wrong way. */
  private void stepFrom(int dropped, int step) {
    long high = number.high();
    long low = number.low();
    boolean sameSide = number.signum() == step;
    number.truncate(dropped);
    back.set(number.high(), number.low()).scaleUp(dropped);
    if (sameSide && (back.high() != high || back.low() != low)) {
      number.add(step >> 31, step);
    }
  }
}
