package io.gabbro.serializer.raw;

import io.gabbro.bytes.BigEndian;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.serializer.RowDecoder;
import io.gabbro.serializer.ValueReader;
import io.gabbro.type.Dates;
import io.gabbro.type.TypeKind;
import io.gabbro.type.Utf8;
import io.gabbro.vector.BooleanVector;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DoubleVector;
import io.gabbro.vector.IntVector;
import io.gabbro.vector.LongVector;
import io.gabbro.vector.Selection;
import java.util.List;

/** Reads columns at fixed places. */
final class RawReader implements ValueReader {
  private final List<RawField> fields;
  private byte[] values;
  private int[] offsets;
  private RowDecoder.BadRowListener listener;

  RawReader(List<RawField> fields) {
    this.fields = fields;
  }

  @Override
  public void begin(
      byte[] blockValues, int[] valueOffsets, int rows, RowDecoder.BadRowListener badRows) {
    values = blockValues;
    offsets = valueOffsets;
    listener = badRows;
  }

  /** Throws {@code SERIALIZATION} when a column of one value does not decode. */
  void check(byte[] bytes, int offset, int length) {
    begin(
        bytes,
        new int[] {offset, offset + length},
        1,
        (row, problem) -> {
          throw new GabbroException(ErrorCode.SERIALIZATION, problem);
        });
    for (int field = 0; field < fields.size(); field++) {
      decode(
          field,
          Selection.ofAll(1),
          ColumnVector.allocate(fields.get(field).type().vectorKind(), 1));
    }
  }

  @Override
  public void decode(int index, Selection rows, ColumnVector target) {
    RawField field = fields.get(index);
    target.reset();
    target.ensureCapacity(rows.end());
    if (target instanceof BytesVector bytes) {
      bytes.share(values);
    }
    for (int position = 0; position < rows.count(); position++) {
      int row = rows.position(position);
      int start = offsets[row] + field.offset();
      if (offsets[row + 1] - offsets[row] < field.end()) {
        bad(row, field, target, "it has " + (offsets[row + 1] - offsets[row]) + " bytes");
      } else {
        read(field, row, start, target);
      }
    }
  }

  private void bad(int row, RawField field, ColumnVector target, String problem) {
    target.setNull(row);
    listener.badRow(row, "the value has no " + field.name() + ": " + problem);
  }

  private void read(RawField field, int row, int start, ColumnVector target) {
    switch (field.type().kind()) {
      case BOOLEAN -> readBoolean(field, row, start, (BooleanVector) target);
      case TINYINT -> ((IntVector) target).values()[row] = values[start];
      case SMALLINT -> ((IntVector) target).values()[row] = getShort(field, start);
      case INTEGER -> ((IntVector) target).values()[row] = getInt(field, start);
      case BIGINT -> ((LongVector) target).values()[row] = getLong(field, start);
      case DATE -> readDate(field, row, start, (IntVector) target);
      case TIME, TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE ->
          readTime(field, row, start, (LongVector) target);
      case REAL ->
          ((DoubleVector) target).values()[row] = Float.intBitsToFloat(getInt(field, start));
      case DOUBLE ->
          ((DoubleVector) target).values()[row] = Double.longBitsToDouble(getLong(field, start));
      default -> readBytes(field, row, start, (BytesVector) target);
    }
  }

  private void readBoolean(RawField field, int row, int start, BooleanVector target) {
    if (values[start] < 0 || values[start] > 1) {
      bad(row, field, target, "its byte is " + (values[start] & 0xFF));
    } else {
      target.values()[row] = values[start] == 1;
    }
  }

  private void readDate(RawField field, int row, int start, IntVector target) {
    int day = getInt(field, start);
    if (Dates.isValidDay(day)) {
      target.values()[row] = day;
    } else {
      bad(row, field, target, "day " + day + " is out of range");
    }
  }

  private void readTime(RawField field, int row, int start, LongVector target) {
    long micros = getLong(field, start);
    boolean valid =
        field.type().kind() == TypeKind.TIME
            ? micros >= 0 && micros < Dates.MICROS_PER_DAY
            : Dates.isValidTimestamp(micros);
    if (valid) {
      target.values()[row] = micros;
    } else {
      bad(row, field, target, "microsecond " + micros + " is out of range");
    }
  }

  private void readBytes(RawField field, int row, int start, BytesVector target) {
    int length = field.width() == RawField.REST ? offsets[row + 1] - start : field.width();
    TypeKind kind = field.type().kind();
    if (kind == TypeKind.CHAR || kind == TypeKind.VARCHAR) {
      while (field.width() != RawField.REST && length > 0 && isFiller(kind, start + length - 1)) {
        length--;
      }
      if (!Utf8.isValid(values, start, length)) {
        bad(row, field, target, "its bytes are no UTF-8");
        return;
      }
    }
    target.starts()[row] = start;
    target.lengths()[row] = length;
  }

  /** CHAR(n) is stored without the blanks at its end, here as everywhere. */
  private boolean isFiller(TypeKind kind, int at) {
    return values[at] == 0 || (kind == TypeKind.CHAR && values[at] == ' ');
  }

  private int getShort(RawField field, int at) {
    short value = BigEndian.getShort(values, at);
    return field.littleEndian() ? Short.reverseBytes(value) : value;
  }

  private int getInt(RawField field, int at) {
    int value = BigEndian.getInt(values, at);
    return field.littleEndian() ? Integer.reverseBytes(value) : value;
  }

  private long getLong(RawField field, int at) {
    long value = BigEndian.getLong(values, at);
    return field.littleEndian() ? Long.reverseBytes(value) : value;
  }
}
