package io.gabbro.function.arithmetic;

import io.gabbro.type.Int128;
import io.gabbro.type.SqlType;
import io.gabbro.vector.DecimalVector;
import io.gabbro.vector.Selection;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Products of NUMERIC, rounded half away from zero where the type has no room for all digits. */
final class DecimalProduct extends DecimalArithmetic {
  private final int leftScale;
  private final int rightScale;
  private final int scale;
  private final int surplusDigits;
  private final Int128 product = new Int128();

  DecimalProduct(SqlType left, SqlType right, SqlType type) {
    super(type);
    leftScale = left.scale();
    rightScale = right.scale();
    scale = type.scale();
    surplusDigits = leftScale + rightScale - scale;
  }

  @Override
  boolean evaluateNarrow(DecimalVector left, DecimalVector right, Selection rows, long[] target) {
    // The precision of a product of full scale is that of its operands together, up to 38 digits.
    return surplusDigits == 0 && LongLoops.multiply(left.low(), right.low(), rows, target);
  }

  @Override
  void evaluateWide(DecimalVector left, DecimalVector right, int row, DecimalVector target) {
    long leftLow = left.low()[row];
    long rightLow = right.low()[row];
    boolean fits;
    if (right.highWord(row) == rightLow >> 63) {
      fits = product.set(left.highWord(row), leftLow).multiply(rightLow);
    } else if (left.highWord(row) == leftLow >> 63) {
      fits = product.set(right.highWord(row), rightLow).multiply(leftLow);
    } else {
      fits = false;
    }
    if (fits) {
      product.scaleDown(surplusDigits);
    } else if (!multiplyBig(left, right, row)) {
      throw outOfRange();
    }
    set(target, row, product.high(), product.low());
  }

  private boolean multiplyBig(DecimalVector left, DecimalVector right, int row) {
    BigDecimal exact = left.decimal(row, leftScale).multiply(right.decimal(row, rightScale));
    return product.set(exact.setScale(scale, RoundingMode.HALF_UP).unscaledValue());
  }
}
