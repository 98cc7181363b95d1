package io.gabbro.jdbc.value;

import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.ValueText;
import java.time.ZoneOffset;

/** Reads INTERVAL, which no class of JDBC holds: its text. */
final class IntervalReader extends ColumnReader {
  IntervalReader(SqlType type) {
    super(type);
  }

  @Override
  public Object toObject(ColumnVector vector, int row) {
    return toText(vector, row);
  }

  @Override
  public String toText(ColumnVector vector, int row) {
    return ValueText.of(type(), vector, row, ZoneOffset.UTC);
  }
}
