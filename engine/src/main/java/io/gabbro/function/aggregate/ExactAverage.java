package io.gabbro.function.aggregate;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.type.Decimals;
import io.gabbro.type.Int128;
import io.gabbro.type.SqlType;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The average of integers or NUMERIC as NUMERIC, rounded half away from zero. */
final class ExactAverage extends WideSum {
  private final SqlType type;
  private final int digits;

  /**
   * An empty accumulator.
   *
   * @param scale the scale of the values
   * @param type the type of the average
   */
  ExactAverage(int scale, SqlType type) {
    this.type = type;
    digits = type.scale() - scale;
  }

  @Override
  void finish(Int128 sum, long count) {
    long high = sum.high();
    long low = sum.low();
    if (sum.scaleUp(digits)) {
      sum.divide(count);
    } else {
      BigDecimal exact = new BigDecimal(Int128.toBigInteger(high, low), -digits);
      sum.set(exact.divide(BigDecimal.valueOf(count), 0, RoundingMode.HALF_UP).unscaledValue());
    }
    if (!Decimals.fits(sum, type.length())) {
      throw new GabbroException(ErrorCode.NUMERIC_OUT_OF_RANGE, type);
    }
  }
}
