package io.gabbro.jdbc.value;

import io.gabbro.type.SqlType;
import io.gabbro.type.TypeKind;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DoubleVector;
import io.gabbro.vector.ValueText;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.ZoneOffset;

/** Reads REAL and DOUBLE PRECISION. */
final class FloatingReader extends ColumnReader {
  private final boolean single;

  FloatingReader(SqlType type) {
    super(type);
    single = type.kind() == TypeKind.REAL;
  }

  @Override
  public Object toObject(ColumnVector vector, int row) {
    double value = toDouble(vector, row);
    if (single) {
      return (float) value;
    }
    return value;
  }

  @Override
  public String toText(ColumnVector vector, int row) {
    return ValueText.of(type(), vector, row, ZoneOffset.UTC);
  }

  @Override
  public boolean toBoolean(ColumnVector vector, int row) throws SQLException {
    return NumberRange.toBoolean(toDouble(vector, row));
  }

  @Override
  public long toLong(ColumnVector vector, int row) throws SQLException {
    return NumberRange.toLong(toDouble(vector, row));
  }

  @Override
  public double toDouble(ColumnVector vector, int row) {
    return ((DoubleVector) vector).values()[row];
  }

  @Override
  public BigDecimal toDecimal(ColumnVector vector, int row) throws SQLException {
    return NumberRange.toDecimal(toDouble(vector, row), single);
  }
}
