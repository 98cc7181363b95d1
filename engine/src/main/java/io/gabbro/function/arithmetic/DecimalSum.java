package io.gabbro.function.arithmetic;

import io.gabbro.type.Decimals;
import io.gabbro.type.Int128;
import io.gabbro.type.SqlType;
import io.gabbro.vector.DecimalVector;
import io.gabbro.vector.Selection;
import java.util.Arrays;

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

  /** The constant that {@link #scaled} has, in all its length; null when it has other values. */
  private DecimalVector scaledConstant;

  DecimalSum(boolean subtracts, SqlType left, SqlType right, SqlType type) {
    super(type);
    this.subtracts = subtracts;
    leftDigits = type.scale() - left.scale();
    rightDigits = type.scale() - right.scale();
    leftFits = leftDigits <= Decimals.LONG_PRECISION;
    rightFits = rightDigits <= Decimals.LONG_PRECISION;
  }

  @Override
  boolean evaluateNarrow(DecimalVector left, DecimalVector right, Selection rows, long[] target) {
    long[] first = left.low();
    long[] second = right.low();
    if (leftDigits + rightDigits > 0) {
      boolean isLeft = leftDigits > 0;
      if (!leftFits || !rightFits || !scale(isLeft ? left : right, rows)) {
        return false;
      }
      first = isLeft ? scaled : first;
      second = isLeft ? second : scaled;
    }
    // A sum of two longs that fits into a long also fits into a type of 19 digits or more; where
    // the type has fewer, its operands have one less than it.
    return subtracts
        ? LongLoops.subtract(first, second, rows, target)
        : LongLoops.add(first, second, rows, target);
  }

  /** Scales one side, a constant only when it has not been yet; says whether it fits. */
  private boolean scale(DecimalVector values, Selection rows) {
    int end = rows.end();
    if (values == scaledConstant && values.isConstant() && end <= scaled.length) {
      return true;
    }
    if (scaled.length < end) {
      scaled = new long[end];
    }
    scaledConstant = null;
    long factor = Decimals.powerOfTen(leftDigits + rightDigits);
    if (!values.isConstant()) {
      return LongLoops.scale(values.low(), factor, rows, scaled);
    }
    long value = values.low()[0];
    if (Math.multiplyHigh(value, factor) != (value * factor) >> 63) {
      return false;
    }
    Arrays.fill(scaled, value * factor);
    scaledConstant = values;
    return true;
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
