package io.gabbro.jdbc.value;

import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DoubleVector;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.function.Supplier;

/**
 * Binds DOUBLE PRECISION: all numbers. Exact ones are rounded, as they are where SQL compares them
 * with a DOUBLE PRECISION.
 */
final class DoubleBinder extends NumberBinder {
  DoubleBinder(SqlType type, Supplier<ZoneId> zone) {
    super(type, zone);
  }

  @Override
  public boolean setLong(ColumnVector vector, int row, long value) {
    return setDouble(vector, row, (double) value);
  }

  @Override
  public boolean setDouble(ColumnVector vector, int row, double value) {
    ((DoubleVector) vector).values()[row] = value;
    return true;
  }

  @Override
  public boolean setDecimal(ColumnVector vector, int row, BigDecimal value) {
    double nearest = value.doubleValue();
    return !Double.isInfinite(nearest) && setDouble(vector, row, nearest);
  }
}
