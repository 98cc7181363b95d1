package io.gabbro.jdbc.value;

import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.LongVector;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.Supplier;

/** Binds TIME. */
final class TimeBinder extends TextParser {
  TimeBinder(SqlType type, Supplier<ZoneId> zone) {
    super(type, zone);
  }

  @Override
  public boolean setTime(ColumnVector vector, int row, LocalTime value) {
    ((LongVector) vector).values()[row] = Micros.time(value);
    return true;
  }
}
