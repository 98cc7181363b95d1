package io.gabbro.serializer.kafka;

import io.gabbro.bytes.BigEndian;
import io.gabbro.error.GabbroException;
import io.gabbro.serializer.RowDecoder;
import io.gabbro.serializer.ValueReader;
import io.gabbro.type.BinaryText;
import io.gabbro.type.Utf8;
import io.gabbro.type.Utf8Builder;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DoubleVector;
import io.gabbro.vector.IntVector;
import io.gabbro.vector.LongVector;
import io.gabbro.vector.Selection;

/** Reads values of one of Kafka's serdes behind a header of fixed width. */
final class SerdeReader implements ValueReader {
  private final SerdeType type;
  private final int header;
  private final Utf8Builder uuid = new Utf8Builder();
  private byte[] values;
  private int[] offsets;
  private RowDecoder.BadRowListener listener;

  SerdeReader(SerdeType type, int header) {
    this.type = type;
    this.header = header;
  }

  @Override
  public void begin(
      byte[] blockValues, int[] valueOffsets, int rows, RowDecoder.BadRowListener badRows) {
    values = blockValues;
    offsets = valueOffsets;
    listener = badRows;
  }

  /** Decodes the value, which is the only field. */
  @Override
  public void decode(int field, Selection rows, ColumnVector target) {
    target.reset();
    target.ensureCapacity(rows.end());
    switch (type) {
      case LONG -> longs(rows, (LongVector) target);
      case INTEGER, SHORT -> integers(rows, (IntVector) target);
      case DOUBLE, FLOAT -> floats(rows, (DoubleVector) target);
      case STRING, BYTES -> bytes(rows, (BytesVector) target);
      case UUID -> uuids(rows, (BytesVector) target);
    }
  }

  private void longs(Selection rows, LongVector target) {
    long[] numbers = target.values();
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      if (hasRightLength(row, target)) {
        numbers[row] = BigEndian.getLong(values, offsets[row] + header);
      }
    }
  }

  private void integers(Selection rows, IntVector target) {
    int[] numbers = target.values();
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      if (hasRightLength(row, target)) {
        int at = offsets[row] + header;
        numbers[row] =
            type == SerdeType.SHORT ? BigEndian.getShort(values, at) : BigEndian.getInt(values, at);
      }
    }
  }

  private void floats(Selection rows, DoubleVector target) {
    double[] numbers = target.values();
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      if (hasRightLength(row, target)) {
        int at = offsets[row] + header;
        numbers[row] =
            type == SerdeType.FLOAT
                ? Float.intBitsToFloat(BigEndian.getInt(values, at))
                : Double.longBitsToDouble(BigEndian.getLong(values, at));
      }
    }
  }

  private void bytes(Selection rows, BytesVector target) {
    target.share(values);
    int[] starts = target.starts();
    int[] lengths = target.lengths();
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      if (hasRightLength(row, target)) {
        int start = offsets[row] + header;
        int length = offsets[row + 1] - start;
        if (type == SerdeType.STRING && !Utf8.isValid(values, start, length)) {
          bad(row, target, "its bytes are no UTF-8");
        } else {
          starts[row] = start;
          lengths[row] = length;
        }
      }
    }
  }

  private void uuids(Selection rows, BytesVector target) {
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      if (hasRightLength(row, target)) {
        try {
          BinaryText.parseUuid(values, offsets[row] + header, type.width(), uuid.clear());
          target.set(row, uuid.bytes(), 0, BinaryText.UUID_BYTES);
        } catch (GabbroException e) {
          bad(row, target, e.getMessage());
        }
      }
    }
  }

  private boolean hasRightLength(int row, ColumnVector target) {
    int length = offsets[row + 1] - offsets[row] - header;
    if (type.width() == SerdeType.VARIABLE ? length >= 0 : length == type.width()) {
      return true;
    }
    bad(row, target, "it has " + (length + header) + " bytes");
    return false;
  }

  private void bad(int row, ColumnVector target, String problem) {
    target.setNull(row);
    String header = this.header == 0 ? "" : " with a timestamp";
    listener.badRow(row, "the value is no " + type + header + " of Kafka's: " + problem);
  }
}
