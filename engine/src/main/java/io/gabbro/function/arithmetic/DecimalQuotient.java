package io.gabbro.function.arithmetic;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.type.Int128;
import io.gabbro.type.SqlType;
import io.gabbro.vector.DecimalVector;
import io.gabbro.vector.Selection;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Quotients of NUMERIC, rounded half away from zero. */
final class DecimalQuotient extends DecimalArithmetic {
  private final int leftScale;
  private final int rightScale;
  private final int scale;
  private final int digits;
  private final Int128 quotient = new Int128();

  DecimalQuotient(SqlType left, SqlType right, SqlType type) {
    super(type);
    leftScale = left.scale();
    rightScale = right.scale();
    scale = type.scale();
    digits = scale - leftScale + rightScale;
  }

  /** Quotients have so many digits that few fit into a long. */
  @Override
  boolean evaluateNarrow(DecimalVector left, DecimalVector right, Selection rows, long[] target) {
    return false;
  }

  @Override
  void evaluateWide(DecimalVector left, DecimalVector right, int row, DecimalVector target) {
    long divisor = right.low()[row];
    boolean isNarrow = right.highWord(row) == divisor >> 63;
    if (divisor == 0 && isNarrow) {
      throw new GabbroException(ErrorCode.DIVISION_BY_ZERO);
    }
    if (isNarrow && quotient.set(left.highWord(row), left.low()[row]).scaleUp(digits)) {
      quotient.divide(divisor);
    } else if (!divideBig(left, right, row)) {
      throw outOfRange();
    }
    set(target, row, quotient.high(), quotient.low());
  }

  private boolean divideBig(DecimalVector left, DecimalVector right, int row) {
    BigDecimal exact =
        left.decimal(row, leftScale)
            .divide(right.decimal(row, rightScale), scale, RoundingMode.HALF_UP);
    return quotient.set(exact.unscaledValue());
  }
}
