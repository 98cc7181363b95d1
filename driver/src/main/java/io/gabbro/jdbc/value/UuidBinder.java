package io.gabbro.jdbc.value;

import io.gabbro.type.BinaryText;
import io.gabbro.type.SqlType;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Values;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Supplier;

/** Binds UUID: of the byte strings those of 16 bytes, the most significant first. */
final class UuidBinder extends TextParser {
  UuidBinder(SqlType type, Supplier<ZoneId> zone) {
    super(type, zone);
  }

  @Override
  public boolean setUuid(ColumnVector vector, int row, UUID value) {
    Values.set(type(), vector, row, value);
    return true;
  }

  @Override
  public boolean setBytes(ColumnVector vector, int row, byte[] value) {
    if (value.length != BinaryText.UUID_BYTES) {
      return false;
    }
    ((BytesVector) vector).set(row, value);
    return true;
  }
}
