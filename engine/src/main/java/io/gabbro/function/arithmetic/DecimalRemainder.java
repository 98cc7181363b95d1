package io.gabbro.function.arithmetic;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.type.Int128;
import io.gabbro.type.SqlType;
import io.gabbro.vector.DecimalVector;
import io.gabbro.vector.Selection;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Remainders of NUMERIC divisions; the sign is that of the dividend. */
final class DecimalRemainder extends DecimalArithmetic {
  private final int leftScale;
  private final int rightScale;
  private final int scale;
  private final Int128 remainder = new Int128();
  private final Int128 divisor = new Int128();

  DecimalRemainder(SqlType left, SqlType right, SqlType type) {
    super(type);
    leftScale = left.scale();
    rightScale = right.scale();
    scale = type.scale();
  }

  @Override
  boolean evaluateNarrow(DecimalVector left, DecimalVector right, Selection rows, long[] target) {
    if (leftScale != rightScale) {
      return false;
    }
    long[] dividends = left.low();
    long[] divisors = right.low();
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      if (divisors[row] == 0) {
        throw new GabbroException(ErrorCode.DIVISION_BY_ZERO);
      }
      target[row] = dividends[row] % divisors[row];
    }
    return true;
  }

  @Override
  void evaluateWide(DecimalVector left, DecimalVector right, int row, DecimalVector target) {
    boolean fits = divisor.set(right.highWord(row), right.low()[row]).scaleUp(scale - rightScale);
    if (divisor.signum() == 0) {
      throw new GabbroException(ErrorCode.DIVISION_BY_ZERO);
    }
    fits &= remainder.set(left.highWord(row), left.low()[row]).scaleUp(scale - leftScale);
    if (fits && divisor.isNarrow()) {
      remainder.set(remainder.remainder(divisor.low()));
    } else if (!divideBig(left, right, row)) {
      throw outOfRange();
    }
    set(target, row, remainder.high(), remainder.low());
  }

  private boolean divideBig(DecimalVector left, DecimalVector right, int row) {
    BigDecimal exact = left.decimal(row, leftScale).remainder(right.decimal(row, rightScale));
    return remainder.set(exact.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue());
  }
}
