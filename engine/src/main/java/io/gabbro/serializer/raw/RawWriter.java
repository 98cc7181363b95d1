package io.gabbro.serializer.raw;

import io.gabbro.bytes.BigEndian;
import io.gabbro.bytes.ByteBuilder;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.serializer.ValueWriter;
import io.gabbro.type.TypeKind;
import io.gabbro.vector.BooleanVector;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DoubleVector;
import io.gabbro.vector.IntVector;
import io.gabbro.vector.LongVector;
import java.util.Arrays;
import java.util.List;

/** Writes columns to fixed places. */
final class RawWriter implements ValueWriter {
  private final List<RawField> fields;
  private final boolean writable;
  private final int length;

  RawWriter(List<RawField> fields, boolean writable) {
    this.fields = fields;
    this.writable = writable;
    length = fields.stream().mapToInt(RawField::end).max().orElse(0);
  }

  @Override
  public void write(ColumnVector[] columns, int row, ByteBuilder target) {
    requireWritable();
    int start = target.length();
    target.setLength(start + length);
    Arrays.fill(target.bytes(), start, start + length, (byte) 0);
    writeAll(columns, row, target, start);
  }

  @Override
  public void rewrite(
      ColumnVector[] columns, int row, byte[] old, int offset, int oldLength, ByteBuilder target) {
    requireWritable();
    int start = target.length();
    target.put(old, offset, oldLength);
    if (oldLength < length) {
      target.setLength(start + length);
      Arrays.fill(target.bytes(), start + oldLength, start + length, (byte) 0);
    }
    writeAll(columns, row, target, start);
  }

  private void requireWritable() {
    if (!writable) {
      throw new GabbroException(
          ErrorCode.SERIALIZATION, "its columns overlap, so that it is written by _value only");
    }
  }

  private void writeAll(ColumnVector[] columns, int row, ByteBuilder target, int start) {
    for (int index = 0; index < columns.length; index++) {
      RawField field = fields.get(index);
      if (columns[index].isNull(row)) {
        throw new GabbroException(
            ErrorCode.SERIALIZATION, "a raw value has no place for NULL in " + field.name());
      }
      write(field, columns[index], row, target, start + field.offset());
    }
  }

  private static void write(
      RawField field, ColumnVector column, int row, ByteBuilder target, int at) {
    byte[] bytes = target.bytes();
    switch (field.type().kind()) {
      case BOOLEAN -> bytes[at] = (byte) (((BooleanVector) column).values()[row] ? 1 : 0);
      case TINYINT -> bytes[at] = (byte) ((IntVector) column).values()[row];
      case SMALLINT -> putShort(field, bytes, at, (short) ((IntVector) column).values()[row]);
      case INTEGER, DATE -> putInt(field, bytes, at, ((IntVector) column).values()[row]);
      case BIGINT, TIME, TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE ->
          putLong(field, bytes, at, ((LongVector) column).values()[row]);
      case REAL ->
          putInt(
              field,
              bytes,
              at,
              Float.floatToIntBits((float) ((DoubleVector) column).values()[row]));
      case DOUBLE ->
          putLong(field, bytes, at, Double.doubleToLongBits(((DoubleVector) column).values()[row]));
      default -> writeBytes(field, (BytesVector) column, row, target, at);
    }
  }

  private static void writeBytes(
      RawField field, BytesVector column, int row, ByteBuilder target, int at) {
    int count = column.length(row);
    TypeKind kind = field.type().kind();
    boolean binary = kind == TypeKind.VARBINARY || kind == TypeKind.UUID;
    if (field.width() == RawField.REST) {
      target.setLength(at + count);
    } else if (count > field.width() || (binary && count < field.width())) {
      throw new GabbroException(
          ErrorCode.SERIALIZATION,
          field.name() + " has " + field.width() + " bytes, the new value " + count);
    } else if (!binary && count > 0 && column.data()[column.start(row) + count - 1] == 0) {
      throw new GabbroException(
          ErrorCode.SERIALIZATION, field.name() + " has no place for a byte 00 at its end");
    } else {
      Arrays.fill(target.bytes(), at + count, at + field.width(), (byte) 0);
    }
    System.arraycopy(column.data(), column.start(row), target.bytes(), at, count);
  }

  private static void putShort(RawField field, byte[] bytes, int at, short value) {
    BigEndian.putShort(bytes, at, field.littleEndian() ? Short.reverseBytes(value) : value);
  }

  private static void putInt(RawField field, byte[] bytes, int at, int value) {
    BigEndian.putInt(bytes, at, field.littleEndian() ? Integer.reverseBytes(value) : value);
  }

  private static void putLong(RawField field, byte[] bytes, int at, long value) {
    BigEndian.putLong(bytes, at, field.littleEndian() ? Long.reverseBytes(value) : value);
  }
}
