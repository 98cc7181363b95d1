package io.gabbro.function.arithmetic;

import io.gabbro.type.Decimals;
import io.gabbro.type.Int128;
import io.gabbro.type.SqlType;
import io.gabbro.vector.DecimalVector;
import io.gabbro.vector.Selection;

/** Sums and differences of NUMERIC, at the greater of both scales. */
final class DecimalSum extends DecimalArithmetic {
  private final boolean subtracts;
  private final int leftDigits;
  private final int rightDigits;
  private final boolean leftFits;
  private final boolean rightFits;
  private final Int128 sum = new Int128();
  private final Int128 addend = new Int128();
  private long[] scaled = new long[0];

  DecimalSum(boolean subtracts, SqlType left, SqlType right, SqlType type) {
    super(type);
    this.subtracts = subtracts;
    leftDigits = type.scale() - left.scale();
    rightDigits = type.scale() - right.scale();
    leftFits = leftDigits <= Decimals.LONG_PRECISION;
    rightFits = rightDigits <= Decimals.LONG_PRECISION;
  }

  @Override
  boolean evaluateNarrow(long[] left, long[] right, Selection rows, long[] target) {
    long[] first = left;
    long[] second = right;
    if (leftDigits + rightDigits > 0) {
      if (!leftFits || !rightFits) {
        return false;
      }
      if (scaled.length < rows.end()) {
        scaled = new long[rows.end()];
      }
      boolean isLeft = leftDigits > 0;
      long factor = Decimals.powerOfTen(isLeft ? leftDigits : rightDigits);
      if (!LongLoops.scale(isLeft ? left : right, factor, rows, scaled)) {
        return false;
      }
      first = isLeft ? scaled : left;
      second = isLeft ? right : scaled;
    }
    // A sum of two longs that fits into a long also fits into a type of 19 digits or more; where
    // the type has fewer, its operands have one less than it.
    return subtracts
        ? LongLoops.subtract(first, second, rows, target)
        : LongLoops.add(first, second, rows, target);
  }

  @Override
  void evaluateWide(DecimalVector left, DecimalVector right, int row, DecimalVector target) {
    boolean fits = sum.set(left.highWord(row), left.low()[row]).scaleUp(leftDigits);
    fits &= addend.set(right.highWord(row), right.low()[row]).scaleUp(rightDigits);
    fits &=
        subtracts
            ? sum.subtract(addend.high(), addend.low())
            : sum.add(addend.high(), addend.low());
    if (!fits) {
      throw outOfRange();
    }
    set(target, row, sum.high(), sum.low());
  }
}
