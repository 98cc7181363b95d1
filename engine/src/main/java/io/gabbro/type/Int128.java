package io.gabbro.type;

import java.math.BigInteger;

/**
 * A signed 128-bit integer that is changed in place, for exact arithmetic without allocation. One
 * is kept for each loop that needs it. Not thread-safe.
 *
 * <p>Operations that can leave the 128 bits return false when they do; the value is then undefined.
 */
public final class Int128 {
  private static final int LONG_DIGITS = 18;
  private static final long INT_MASK = 0xFFFFFFFFL;
  private static final BigInteger TWO_TO_64 = BigInteger.ONE.shiftLeft(64);

  private long high;
  private long low;

  /** The most significant word, with the sign. */
  public long high() {
    return high;
  }

  /** The least significant word. */
  public long low() {
    return low;
  }

  /** Whether the value fits into a long, which is then {@link #low()}. */
  public boolean isNarrow() {
    return high == low >> 63;
  }

  /** Sets both words. */
  public Int128 set(long highWord, long lowWord) {
    high = highWord;
    low = lowWord;
    return this;
  }

  /** Sets a value that fits into a long. */
  public Int128 set(long value) {
    return set(value >> 63, value);
  }

  /** Sets a value; false when it needs more than 128 bits. */
  public boolean set(BigInteger value) {
    set(value.shiftRight(64).longValue(), value.longValue());
    return value.bitLength() < 128;
  }

  /** -1, 0 or 1. */
  public int signum() {
    return high < 0 ? -1 : (high | low) == 0 ? 0 : 1;
  }

  /** Adds a value. */
  public boolean add(long highWord, long lowWord) {
    long sumLow = low + lowWord;
    long carry = Long.compareUnsigned(sumLow, low) < 0 ? 1 : 0;
    long sumHigh = high + highWord + carry;
    boolean fits = ((high ^ sumHigh) & (highWord ^ sumHigh)) >= 0;
    high = sumHigh;
    low = sumLow;
    return fits;
  }

  /** Subtracts a value. */
  public boolean subtract(long highWord, long lowWord) {
    long borrow = Long.compareUnsigned(low, lowWord) < 0 ? 1 : 0;
    long differenceHigh = high - highWord - borrow;
    boolean fits = ((high ^ highWord) & (high ^ differenceHigh)) >= 0;
    low -= lowWord;
    high = differenceHigh;
    return fits;
  }

  /** Changes the sign; the least value stays as it is. */
  public Int128 negate() {
    low = -low;
    high = ~high + (low == 0 ? 1 : 0);
    return this;
  }

  /** Multiplies by a long. */
  public boolean multiply(long factor) {
    boolean negative = high < 0 != factor < 0;
    if (high < 0) {
      negate();
    }
    long magnitude = Math.abs(factor);
    long carried = unsignedMultiplyHigh(low, magnitude);
    long upper = high * magnitude;
    boolean fits = unsignedMultiplyHigh(high, magnitude) == 0 && upper >= 0;
    low *= magnitude;
    high = upper + carried;
    fits &= carried >= 0 && high >= 0;
    if (negative) {
      negate();
    }
    return fits;
  }

  /** Multiplies by ten to the power of {@code digits}, which is not negative. */
  public boolean scaleUp(int digits) {
    boolean fits = true;
    int left = digits;
    while (left > LONG_DIGITS && fits) {
      fits = multiply(Decimals.powerOfTen(LONG_DIGITS));
      left -= LONG_DIGITS;
    }
    return fits && multiply(Decimals.powerOfTen(Math.min(left, LONG_DIGITS)));
  }

  /**
   * Divides by ten to the power of {@code digits}, which is not negative, rounding half away from
   * zero.
   */
  public Int128 scaleDown(int digits) {
    int left = digits;
    while (left > LONG_DIGITS) {
      truncatingDivide(Decimals.powerOfTen(LONG_DIGITS));
      left -= LONG_DIGITS;
    }
    // The digits cut off before do not matter: half is a matter of the first digit cut off.
    divide(Decimals.powerOfTen(left));
    return this;
  }

  /**
   * Divides by ten to the power of {@code digits}, which is not negative, rounding towards zero.
   */
  public Int128 truncate(int digits) {
    int left = digits;
    while (left > 0) {
      truncatingDivide(Decimals.powerOfTen(Math.min(left, LONG_DIGITS)));
      left -= LONG_DIGITS;
    }
    return this;
  }

  /** Divides by a divisor that is not zero, rounding half away from zero. */
  public Int128 divide(long divisor) {
    return divide(divisor, true);
  }

  /** Divides by a divisor that is not zero, rounding towards zero. */
  public Int128 truncatingDivide(long divisor) {
    return divide(divisor, false);
  }

  private Int128 divide(long divisor, boolean rounding) {
    if (divisor == 1) {
      return this;
    }
    if (isNarrow() && low != Long.MIN_VALUE && divisor != Long.MIN_VALUE) {
      return set(rounding ? roundedQuotient(low, divisor) : low / divisor);
    }
    boolean negative = high < 0 != divisor < 0;
    if (high < 0) {
      negate();
    }
    long magnitude = Math.abs(divisor);
    long remainder = high;
    if (Long.compareUnsigned(high, magnitude) < 0) {
      high = 0;
    } else {
      remainder = Long.remainderUnsigned(high, magnitude);
      high = Long.divideUnsigned(high, magnitude);
    }
    if (remainder == 0) {
      remainder = Long.remainderUnsigned(low, magnitude);
      low = Long.divideUnsigned(low, magnitude);
    } else {
      long quotient = divideTwoWords(remainder, low, magnitude);
      remainder = low - quotient * magnitude;
      low = quotient;
    }
    if (rounding && Long.compareUnsigned(remainder, magnitude - remainder) >= 0) {
      low++;
      high += low == 0 ? 1 : 0;
    }
    return negative ? negate() : this;
  }

  private static long roundedQuotient(long dividend, long divisor) {
    long quotient = dividend / divisor;
    long remainder = Math.abs(dividend - quotient * divisor);
    boolean isHalf = remainder >= Math.abs(divisor) - remainder;
    return isHalf ? quotient + (((dividend ^ divisor) >> 63) | 1) : quotient;
  }

  /** The remainder of a division by a divisor that is not zero, with the sign of this value. */
  public long remainder(long divisor) {
    long high0 = high;
    long low0 = low;
    truncatingDivide(divisor);
    long remainder = low0 - low * divisor;
    set(high0, low0);
    return remainder;
  }

  /** The value as a BigInteger. */
  public BigInteger toBigInteger() {
    return toBigInteger(high, low);
  }

  /** The value of two words as a BigInteger. */
  public static BigInteger toBigInteger(long high, long low) {
    if (high == low >> 63) {
      return BigInteger.valueOf(low);
    }
    BigInteger lower = BigInteger.valueOf(low);
    BigInteger unsigned = low < 0 ? lower.add(TWO_TO_64) : lower;
    return BigInteger.valueOf(high).shiftLeft(64).add(unsigned);
  }

  /** Compares two values. */
  public static int compare(long leftHigh, long leftLow, long rightHigh, long rightLow) {
    int order = Long.compare(leftHigh, rightHigh);
    return order != 0 ? order : Long.compareUnsigned(leftLow, rightLow);
  }

  private static long unsignedMultiplyHigh(long left, long right) {
    return Math.multiplyHigh(left, right) + ((left >> 63) & right) + ((right >> 63) & left);
  }

  /**
   * The quotient of two words by one, all unsigned, where {@code upper < divisor}: schoolbook
   * division in 32-bit digits (Knuth, The Art of Computer Programming 2, algorithm 4.3.1 D).
   */
  private static long divideTwoWords(long upper, long lower, long divisor) {
    int shift = Long.numberOfLeadingZeros(divisor);
    long normal = divisor << shift;
    long divisorUpper = normal >>> 32;
    long divisorLower = normal & INT_MASK;
    long rest = shift == 0 ? upper : (upper << shift) | (lower >>> (64 - shift));
    long tail = lower << shift;
    long first = quotientDigit(rest, tail >>> 32, divisorUpper, divisorLower);
    rest = (rest << 32) + (tail >>> 32) - first * normal;
    long second = quotientDigit(rest, tail & INT_MASK, divisorUpper, divisorLower);
    return (first << 32) + second;
  }

  private static long quotientDigit(long rest, long next, long divisorUpper, long divisorLower) {
    long digit = Long.divideUnsigned(rest, divisorUpper);
    long over = rest - digit * divisorUpper;
    while (digit > INT_MASK
        || Long.compareUnsigned(digit * divisorLower, (over << 32) + next) > 0) {
      digit--;
      over += divisorUpper;
      if (over > INT_MASK) {
        break;
      }
    }
    return digit;
  }
}
