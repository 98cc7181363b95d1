package io.gabbro.jdbc.value;

import io.gabbro.type.SqlType;
import io.gabbro.vector.BooleanVector;
import io.gabbro.vector.ColumnVector;
import java.math.BigDecimal;

/** Reads BOOLEAN; as a number, true is 1 and false is 0. */
final class BooleanReader extends ColumnReader {
  BooleanReader(SqlType type) {
    super(type);
  }

  @Override
  public Object toObject(ColumnVector vector, int row) {
    return toBoolean(vector, row);
  }

  @Override
  public String toText(ColumnVector vector, int row) {
    return toBoolean(vector, row) ? "true" : "false";
  }

  @Override
  public boolean toBoolean(ColumnVector vector, int row) {
    return ((BooleanVector) vector).values()[row];
  }

  @Override
  public long toLong(ColumnVector vector, int row) {
    return toBoolean(vector, row) ? 1 : 0;
  }

  @Override
  public double toDouble(ColumnVector vector, int row) {
    return toLong(vector, row);
  }

  @Override
  public BigDecimal toDecimal(ColumnVector vector, int row) {
    return BigDecimal.valueOf(toLong(vector, row));
  }
}
