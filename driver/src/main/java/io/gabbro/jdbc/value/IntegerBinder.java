package io.gabbro.jdbc.value;

import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.function.Supplier;

/** Binders of integer types; other numbers fit when they are whole. */
abstract class IntegerBinder extends NumberBinder {
  private static final double LONG_LIMIT = 0x1p63;
  private static final int LONG_DIGITS = 19;

  IntegerBinder(SqlType type, Supplier<ZoneId> zone) {
    super(type, zone);
  }

  @Override
  public final boolean setDouble(ColumnVector vector, int row, double value) {
    return value == Math.rint(value)
        && value >= -LONG_LIMIT
        && value < LONG_LIMIT
        && setLong(vector, row, (long) value);
  }

  @Override
  public final boolean setDecimal(ColumnVector vector, int row, BigDecimal value) {
    // The digits are counted first: 1e1000000000 has a long with 400 MB of zeros in front.
    if (value.precision() - (long) value.scale() > LONG_DIGITS) {
      return false;
    }
    try {
      return setLong(vector, row, value.longValueExact());
    } catch (ArithmeticException e) {
      return false;
    }
  }
}
