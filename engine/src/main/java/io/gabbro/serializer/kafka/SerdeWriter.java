package io.gabbro.serializer.kafka;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.serializer.ValueWriter;
import io.gabbro.type.BinaryText;
import io.gabbro.type.Utf8Builder;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DoubleVector;
import io.gabbro.vector.IntVector;
import io.gabbro.vector.LongVector;

/** Writes values of one of Kafka's serdes. */
final class SerdeWriter implements ValueWriter {
  private final SerdeType type;
  private final boolean isShown;
  private final Utf8Builder uuid = new Utf8Builder();

  SerdeWriter(SerdeType type, boolean isShown) {
    this.type = type;
    this.isShown = isShown;
  }

  @Override
  public void write(ColumnVector[] fields, int row, ByteBuilder target) {
    if (!isShown) {
      throw new GabbroException(
          ErrorCode.SERIALIZATION, "no column of the table holds the value of the entry");
    }
    ColumnVector column = fields[0];
    if (column.isNull(row)) {
      throw new GabbroException(
          ErrorCode.SERIALIZATION,
          "Kafka's stores hold no null values: delete the row instead of setting it to NULL");
    }
    switch (type) {
      case LONG -> target.putLong(((LongVector) column).values()[row]);
      case INTEGER -> target.putInt(((IntVector) column).values()[row]);
      case SHORT -> target.putShort(((IntVector) column).values()[row]);
      case DOUBLE ->
          target.putLong(Double.doubleToRawLongBits(((DoubleVector) column).values()[row]));
      case FLOAT ->
          target.putInt(Float.floatToRawIntBits((float) ((DoubleVector) column).values()[row]));
      case STRING, BYTES -> {
        BytesVector bytes = (BytesVector) column;
        target.put(bytes.data(), bytes.start(row), bytes.length(row));
      }
      case UUID -> {
        BytesVector bytes = (BytesVector) column;
        BinaryText.appendUuid(uuid.clear(), bytes.data(), bytes.start(row));
        target.put(uuid.bytes(), 0, uuid.length());
      }
    }
  }

  @Override
  public void rewrite(
      ColumnVector[] fields, int row, byte[] old, int offset, int length, ByteBuilder target) {
    if (isShown) {
      write(fields, row, target);
    } else {
      target.put(old, offset, length);
    }
  }
}
