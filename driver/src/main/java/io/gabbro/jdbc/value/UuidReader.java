package io.gabbro.jdbc.value;

import io.gabbro.type.SqlType;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Values;
import java.util.UUID;

/** Reads UUID; as bytes it has 16, the most significant first. */
final class UuidReader extends ColumnReader {
  UuidReader(SqlType type) {
    super(type);
  }

  @Override
  public Object toObject(ColumnVector vector, int row) {
    return toUuid(vector, row);
  }

  @Override
  public String toText(ColumnVector vector, int row) {
    return toUuid(vector, row).toString();
  }

  @Override
  public byte[] toBytes(ColumnVector vector, int row) {
    return ((BytesVector) vector).bytes(row);
  }

  @Override
  public UUID toUuid(ColumnVector vector, int row) {
    return (UUID) Values.get(type(), vector, row);
  }
}
