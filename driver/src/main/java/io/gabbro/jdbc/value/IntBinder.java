package io.gabbro.jdbc.value;

import io.gabbro.type.SqlType;
import io.gabbro.type.TypeKind;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.IntVector;
import java.time.ZoneId;
import java.util.function.Supplier;

/** Binds TINYINT, SMALLINT and INTEGER. */
final class IntBinder extends IntegerBinder {
  private final int min;
  private final int max;

  IntBinder(SqlType type, Supplier<ZoneId> zone) {
    super(type, zone);
    max =
        type.kind() == TypeKind.TINYINT
            ? Byte.MAX_VALUE
            : type.kind() == TypeKind.SMALLINT ? Short.MAX_VALUE : Integer.MAX_VALUE;
    min = -max - 1;
  }

  @Override
  public boolean setLong(ColumnVector vector, int row, long value) {
    if (value < min || value > max) {
      return false;
    }
    ((IntVector) vector).values()[row] = (int) value;
    return true;
  }
}
