package io.gabbro.jdbc.value;

import io.gabbro.type.Interval;
import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.IntervalVector;
import java.time.ZoneId;
import java.util.function.Supplier;

/** Binds INTERVAL. */
final class IntervalBinder extends TextParser {
  IntervalBinder(SqlType type, Supplier<ZoneId> zone) {
    super(type, zone);
  }

  @Override
  public boolean setInterval(ColumnVector vector, int row, Interval value) {
    ((IntervalVector) vector).values()[row] = value;
    return true;
  }
}
