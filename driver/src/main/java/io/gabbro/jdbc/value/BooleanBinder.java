package io.gabbro.jdbc.value;

import io.gabbro.type.SqlType;
import io.gabbro.vector.BooleanVector;
import io.gabbro.vector.ColumnVector;
import java.time.ZoneId;
import java.util.function.Supplier;

/** Binds BOOLEAN; of the numbers, 1 is true and 0 is false. */
final class BooleanBinder extends TextParser {
  BooleanBinder(SqlType type, Supplier<ZoneId> zone) {
    super(type, zone);
  }

  @Override
  public boolean setBoolean(ColumnVector vector, int row, boolean value) {
    ((BooleanVector) vector).values()[row] = value;
    return true;
  }

  @Override
  public boolean setLong(ColumnVector vector, int row, long value) {
    return (value == 0 || value == 1) && setBoolean(vector, row, value == 1);
  }
}
