package io.gabbro.jdbc.value;

import io.gabbro.type.Decimals;
import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DecimalVector;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.function.Supplier;

/** Binds NUMERIC: numbers that need no more digits than it has. */
final class DecimalBinder extends NumberBinder {
  private final int scale;
  private final int integerDigits;

  DecimalBinder(SqlType type, Supplier<ZoneId> zone) {
    super(type, zone);
    scale = type.scale();
    integerDigits = type.length() - scale;
  }

  @Override
  public boolean setLong(ColumnVector vector, int row, long value) {
    if (type().length() > Decimals.LONG_PRECISION) {
      return setDecimal(vector, row, BigDecimal.valueOf(value));
    }
    long limit = Decimals.powerOfTen(integerDigits);
    if (value >= limit || value <= -limit) {
      return false;
    }
    ((DecimalVector) vector).set(row, value * Decimals.powerOfTen(scale));
    return true;
  }

  /** The shortest decimal of the double, which is what a cast to NUMERIC gives. */
  @Override
  public boolean setDouble(ColumnVector vector, int row, double value) {
    return !Double.isNaN(value)
        && !Double.isInfinite(value)
        && setDecimal(vector, row, BigDecimal.valueOf(value));
  }

  /** The shortest decimal of the float. */
  @Override
  public boolean setFloat(ColumnVector vector, int row, float value) {
    return !Float.isNaN(value)
        && !Float.isInfinite(value)
        && setDecimal(vector, row, new BigDecimal(Float.toString(value)));
  }

  @Override
  public boolean setDecimal(ColumnVector vector, int row, BigDecimal value) {
    // The digits are counted first: 1e1000000000 at another scale would take 400 MB.
    if (value.signum() != 0 && value.precision() - (long) value.scale() > integerDigits) {
      return false;
    }
    BigDecimal scaled = value;
    if (value.scale() != scale) {
      try {
        scaled = value.setScale(scale);
      } catch (ArithmeticException e) {
        return false;
      }
    }
    if (scaled.precision() <= Decimals.LONG_PRECISION) {
      ((DecimalVector) vector).set(row, scaled.unscaledValue().longValue());
    } else {
      ((DecimalVector) vector).set(row, scaled.unscaledValue());
    }
    return true;
  }
}
