package io.gabbro.function.comparison;

import io.gabbro.type.Decimals;
import io.gabbro.type.Int128;
import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DecimalVector;
import io.gabbro.vector.Selection;

/**
 * Compares decimals, which may have different scales. Where both sides are narrow and their types
 * leave room to bring them to one scale, it is a loop over longs.
 */
final class DecimalComparison extends ComparisonKernel {
  private final int leftDigits;
  private final int rightDigits;
  private final boolean isAlwaysLong;
  private final Int128 scaled = new Int128();

  /** Compares two types, in the order in which the loops see them. */
  DecimalComparison(ComparisonOperator operator, SqlType left, SqlType right) {
    super(operator);
    int scale = Math.max(left.scale(), right.scale());
    leftDigits = scale - left.scale();
    rightDigits = scale - right.scale();
    isAlwaysLong =
        (leftDigits == 0 || leftDigits + left.length() <= Decimals.LONG_PRECISION)
            && (rightDigits == 0 || rightDigits + right.length() <= Decimals.LONG_PRECISION);
  }

  @Override
  void equal(
      ColumnVector left, ColumnVector right, Selection rows, boolean negated, boolean[] target) {
    DecimalVector a = (DecimalVector) left;
    DecimalVector b = (DecimalVector) right;
    int count = rows.count();
    if (a.isWide() || b.isWide() || !isAlwaysLong) {
      for (int index = 0; index < count; index++) {
        int row = rows.position(index);
        target[row] = (compare(a, b, row) == 0) != negated;
      }
      return;
    }
    long[] leftValues = a.low();
    long[] rightValues = b.low();
    long leftFactor = Decimals.powerOfTen(leftDigits);
    long rightFactor = Decimals.powerOfTen(rightDigits);
    if (rows.isAll()) {
      for (int row = 0; row < count; row++) {
        target[row] = (leftValues[row] * leftFactor == rightValues[row] * rightFactor) != negated;
      }
    } else {
      int[] positions = rows.positions();
      for (int index = 0; index < count; index++) {
        int row = positions[index];
        target[row] = (leftValues[row] * leftFactor == rightValues[row] * rightFactor) != negated;
      }
    }
  }

  @Override
  void less(
      ColumnVector left, ColumnVector right, Selection rows, boolean negated, boolean[] target) {
    DecimalVector a = (DecimalVector) left;
    DecimalVector b = (DecimalVector) right;
    int count = rows.count();
    if (a.isWide() || b.isWide() || !isAlwaysLong) {
      for (int index = 0; index < count; index++) {
        int row = rows.position(index);
        target[row] = compare(a, b, row) < 0 != negated;
      }
      return;
    }
    long[] leftValues = a.low();
    long[] rightValues = b.low();
    long leftFactor = Decimals.powerOfTen(leftDigits);
    long rightFactor = Decimals.powerOfTen(rightDigits);
    if (rows.isAll()) {
      for (int row = 0; row < count; row++) {
        target[row] = (leftValues[row] * leftFactor < rightValues[row] * rightFactor) != negated;
      }
    } else {
      int[] positions = rows.positions();
      for (int index = 0; index < count; index++) {
        int row = positions[index];
        target[row] = (leftValues[row] * leftFactor < rightValues[row] * rightFactor) != negated;
      }
    }
  }

  private int compare(DecimalVector left, DecimalVector right, int row) {
    long leftHigh = left.highWord(row);
    long rightHigh = right.highWord(row);
    if (leftDigits > 0) {
      if (!scaled.set(leftHigh, left.low()[row]).scaleUp(leftDigits)) {
        return leftHigh < 0 ? -1 : 1;
      }
      return Int128.compare(scaled.high(), scaled.low(), rightHigh, right.low()[row]);
    }
    if (rightDigits > 0) {
      if (!scaled.set(rightHigh, right.low()[row]).scaleUp(rightDigits)) {
        return rightHigh < 0 ? 1 : -1;
      }
      return Int128.compare(leftHigh, left.low()[row], scaled.high(), scaled.low());
    }
    return Int128.compare(leftHigh, left.low()[row], rightHigh, right.low()[row]);
  }
}
