package io.gabbro.jdbc.value;

import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.function.Supplier;

/**
 * Binders of integer types. Exact numbers without digits behind the point fit. Floating-point ones
 * never do, whole or not: {@code 7 / ?} is a quotient of doubles for 2.5, and has to be for 2.0.
 */
abstract class IntegerBinder extends NumberBinder {
  private static final int LONG_DIGITS = 19;

  IntegerBinder(SqlType type, Supplier<ZoneId> zone) {
    super(type, zone);
  }

  @Override
  public final boolean setDecimal(ColumnVector vector, int row, BigDecimal value) {
    // The digits are counted first: 1e1000000000 has a long with 400 MB of zeros in front.
    if (value.scale() > 0 || value.precision() - (long) value.scale() > LONG_DIGITS) {
      return false;
    }
    try {
      return setLong(vector, row, value.longValueExact());
    } catch (ArithmeticException e) {
      return false;
    }
  }
}
