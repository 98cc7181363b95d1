package io.gabbro.jdbc.value;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.type.SqlType;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import java.time.ZoneId;
import java.util.function.Supplier;

/** Binds VARBINARY. */
final class BytesBinder extends TextParser {
  private final int maxLength;

  BytesBinder(SqlType type, Supplier<ZoneId> zone) {
    super(type, zone);
    maxLength = type.length() == SqlType.UNBOUNDED ? Integer.MAX_VALUE : type.length();
  }

  @Override
  public boolean setText(ColumnVector vector, int row, String value) {
    super.setText(vector, row, value);
    if (((BytesVector) vector).length(row) > maxLength) {
      throw new GabbroException(ErrorCode.STRING_TOO_LONG, type());
    }
    return true;
  }

  @Override
  public boolean setBytes(ColumnVector vector, int row, byte[] value) {
    if (value.length > maxLength) {
      return false;
    }
    ((BytesVector) vector).set(row, value);
    return true;
  }
}
