package io.gabbro.jdbc.value;

import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import java.time.ZoneId;
import java.util.function.Supplier;

/** Binders of numeric types; true is bound as 1 and false as 0. */
abstract class NumberBinder extends TextParser {
  NumberBinder(SqlType type, Supplier<ZoneId> zone) {
    super(type, zone);
  }

  @Override
  public final boolean setBoolean(ColumnVector vector, int row, boolean value) {
    return setLong(vector, row, value ? 1 : 0);
  }
}
