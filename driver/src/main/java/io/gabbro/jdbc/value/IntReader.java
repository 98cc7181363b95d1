package io.gabbro.jdbc.value;

import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.IntVector;
import java.math.BigDecimal;
import java.sql.SQLException;

/** Reads TINYINT, SMALLINT and INTEGER; JDBC maps all three to Integer. */
final class IntReader extends ColumnReader {
  IntReader(SqlType type) {
    super(type);
  }

  @Override
  public Object toObject(ColumnVector vector, int row) {
    return ((IntVector) vector).values()[row];
  }

  @Override
  public String toText(ColumnVector vector, int row) {
    return Integer.toString(((IntVector) vector).values()[row]);
  }

  @Override
  public boolean toBoolean(ColumnVector vector, int row) throws SQLException {
    return NumberRange.toBoolean(((IntVector) vector).values()[row]);
  }

  @Override
  public long toLong(ColumnVector vector, int row) {
    return ((IntVector) vector).values()[row];
  }

  @Override
  public double toDouble(ColumnVector vector, int row) {
    return ((IntVector) vector).values()[row];
  }

  @Override
  public BigDecimal toDecimal(ColumnVector vector, int row) {
    return BigDecimal.valueOf(((IntVector) vector).values()[row]);
  }
}
