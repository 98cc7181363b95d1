package io.gabbro.jdbc.value;

import io.gabbro.type.SqlType;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.ValueText;
import java.time.ZoneOffset;

/** Reads VARBINARY. */
final class BytesReader extends ColumnReader {
  BytesReader(SqlType type) {
    super(type);
  }

  @Override
  public Object toObject(ColumnVector vector, int row) {
    return toBytes(vector, row);
  }

  @Override
  public String toText(ColumnVector vector, int row) {
    return ValueText.of(type(), vector, row, ZoneOffset.UTC);
  }

  @Override
  public byte[] toBytes(ColumnVector vector, int row) {
    return ((BytesVector) vector).bytes(row);
  }
}
