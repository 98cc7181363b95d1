package io.gabbro.jdbc.value;

import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DoubleVector;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.function.Supplier;

/** Binds REAL: numbers that a float holds exactly. */
final class RealBinder extends NumberBinder {
  RealBinder(SqlType type, Supplier<ZoneId> zone) {
    super(type, zone);
  }

  @Override
  public boolean setLong(ColumnVector vector, int row, long value) {
    return (long) (float) value == value
        && value != Long.MAX_VALUE
        && setDouble(vector, row, (float) value);
  }

  @Override
  public boolean setDouble(ColumnVector vector, int row, double value) {
    if (Double.compare((float) value, value) != 0) {
      return false;
    }
    ((DoubleVector) vector).values()[row] = value;
    return true;
  }

  @Override
  public boolean setDecimal(ColumnVector vector, int row, BigDecimal value) {
    float nearest = value.floatValue();
    return !Float.isInfinite(nearest)
        && new BigDecimal(nearest).compareTo(value) == 0
        && setDouble(vector, row, nearest);
  }
}
