package io.gabbro.jdbc.value;

import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.LongVector;
import java.time.ZoneId;
import java.util.function.Supplier;

/** Binds BIGINT. */
final class LongBinder extends IntegerBinder {
  LongBinder(SqlType type, Supplier<ZoneId> zone) {
    super(type, zone);
  }

  @Override
  public boolean setLong(ColumnVector vector, int row, long value) {
    ((LongVector) vector).values()[row] = value;
    return true;
  }
}
