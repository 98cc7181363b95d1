package io.gabbro.jdbc.value;

import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.LongVector;
import java.math.BigDecimal;
import java.sql.SQLException;

/** Reads BIGINT. */
final class LongReader extends ColumnReader {
  LongReader(SqlType type) {
    super(type);
  }

  @Override
  public Object toObject(ColumnVector vector, int row) {
    return toLong(vector, row);
  }

  @Override
  public String toText(ColumnVector vector, int row) {
    return Long.toString(toLong(vector, row));
  }

  @Override
  public boolean toBoolean(ColumnVector vector, int row) throws SQLException {
    return NumberRange.toBoolean((double) toLong(vector, row));
  }

  @Override
  public long toLong(ColumnVector vector, int row) {
    return ((LongVector) vector).values()[row];
  }

  @Override
  public double toDouble(ColumnVector vector, int row) {
    return (double) toLong(vector, row);
  }

  @Override
  public BigDecimal toDecimal(ColumnVector vector, int row) {
    return BigDecimal.valueOf(toLong(vector, row));
  }
}
