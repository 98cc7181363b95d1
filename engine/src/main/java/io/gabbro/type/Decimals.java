package io.gabbro.type;

import java.math.BigInteger;

/** Powers of ten and limits for NUMERIC values, which are unscaled 128-bit integers. */
public final class Decimals {
  /** The greatest number of digits of which every value fits into a long. */
  public static final int LONG_PRECISION = 18;

  private static final long[] LONG_POWERS = new long[LONG_PRECISION + 1];
  private static final long[] HIGH_POWERS = new long[SqlType.MAX_PRECISION + 1];
  private static final long[] LOW_POWERS = new long[SqlType.MAX_PRECISION + 1];

  static {
    for (int digits = 0; digits <= SqlType.MAX_PRECISION; digits++) {
      BigInteger power = BigInteger.TEN.pow(digits);
      HIGH_POWERS[digits] = power.shiftRight(64).longValue();
      LOW_POWERS[digits] = power.longValue();
      if (digits <= LONG_PRECISION) {
        LONG_POWERS[digits] = power.longValue();
      }
    }
  }

  private Decimals() {}

  /** Ten to the power of {@code digits}, 0 to {@link #LONG_PRECISION}. */
  public static long powerOfTen(int digits) {
    return LONG_POWERS[digits];
  }

  /** Whether a value has at most {@code precision} digits, 1 to 38. */
  public static boolean fits(long high, long low, int precision) {
    if (high == low >> 63 && precision <= LONG_PRECISION) {
      return low < LONG_POWERS[precision] && low > -LONG_POWERS[precision];
    }
    long limitHigh = HIGH_POWERS[precision];
    long limitLow = LOW_POWERS[precision];
    return high >= 0
        ? Int128.compare(high, low, limitHigh, limitLow) < 0
        : Int128.compare(high, low, ~limitHigh + (limitLow == 0 ? 1 : 0), -limitLow) > 0;
  }

  /** Whether a value has at most {@code precision} digits. */
  public static boolean fits(Int128 value, int precision) {
    return fits(value.high(), value.low(), precision);
  }
}
