package io.gabbro.serializer.foryrow;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.serializer.foryrow.ForyRowType.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Values behind each other in the bytes of a row: its fields, or the elements of an array. They are
 * read in place when they are asked for, and never from outside of their bytes. Each method throws
 * {@code INVALID_ARGUMENT} for a value of another type, or a null of a type that is primitive in
 * Java, {@code SERIALIZATION} for bytes that are no such value, and {@link
 * IndexOutOfBoundsException} for a position that there is not, and for all once the limit of the
 * buffer was lowered.
 */
public abstract sealed class ForyRowCells permits ForyRow, ForyRowArray {
  static final int DECIMAL_BYTES = 32;

  private final ByteBuffer bytes;
  private final int start;
  private final int length;

  /** The little-endian bytes of a buffer from {@code start}. */
  ForyRowCells(ByteBuffer bytes, int start, int length) {
    this.bytes = bytes;
    this.start = start;
    this.length = length;
  }

  /** The number of values. */
  public abstract int size();

  /** The type of a value. */
  abstract ForyRowType type(int index);

  /** Where a value, or its place and size, is after the start. */
  abstract int place(int index);

  /** Where the bits of nulls are after the start. */
  abstract int nulls();

  /** Whether a value is null. */
  public final boolean isNull(int index) {
    checkIndex(index);
    return (bytes.get(start + nulls() + (index >> 3)) >> (index & 7) & 1) != 0;
  }

  /** A truth value. */
  public final boolean getBoolean(int index) {
    return bytes.get(number(index, Scalar.BOOL)) != 0;
  }

  /** An integer of 8 bits. */
  public final byte getByte(int index) {
    return bytes.get(number(index, Scalar.INT8));
  }

  /** An integer of 16 bits. */
  public final short getShort(int index) {
    return bytes.getShort(number(index, Scalar.INT16));
  }

  /** An integer of 32 bits. */
  public final int getInt(int index) {
    return bytes.getInt(number(index, Scalar.INT32));
  }

  /** An integer of 64 bits. */
  public final long getLong(int index) {
    return bytes.getLong(number(index, Scalar.INT64));
  }

  /** A floating point number of 32 bits. */
  public final float getFloat(int index) {
    return bytes.getFloat(number(index, Scalar.FLOAT32));
  }

  /** A floating point number of 64 bits. */
  public final double getDouble(int index) {
    return bytes.getDouble(number(index, Scalar.FLOAT64));
  }

  /** A date; null when it is null. */
  public final LocalDate getDate(int index) {
    return isNull(index) ? null : LocalDate.ofEpochDay(bytes.getInt(number(index, Scalar.DATE32)));
  }

  /** A timestamp; null when it is null. */
  public final Instant getInstant(int index) {
    return isNull(index)
        ? null
        : Instant.EPOCH.plus(bytes.getLong(number(index, Scalar.TIMESTAMP)), ChronoUnit.MICROS);
  }

  /** A text; null when it is null. */
  public final String getString(int index) {
    byte[] text = variable(index, Scalar.UTF8);
    return text == null ? null : new String(text, StandardCharsets.UTF_8);
  }

  /** Bytes; null when they are null. */
  public final byte[] getBytes(int index) {
    return variable(index, Scalar.BINARY);
  }

  /** A decimal; null when it is null. */
  public final BigDecimal getDecimal(int index) {
    if (!(type(index) instanceof ForyRowType.Decimal decimal)) {
      throw wrongType(index);
    }
    byte[] little = variable(index, decimal);
    if (little == null) {
      return null;
    }
    if (little.length != DECIMAL_BYTES) {
      throw corrupt("a decimal has " + little.length + " bytes");
    }
    byte[] big = new byte[DECIMAL_BYTES];
    for (int index2 = 0; index2 < DECIMAL_BYTES; index2++) {
      big[index2] = little[DECIMAL_BYTES - 1 - index2];
    }
    return new BigDecimal(new BigInteger(big), decimal.scale());
  }

  /** A row; null when it is null. It reads from the same bytes. */
  public final ForyRow getStruct(int index) {
    if (!(type(index) instanceof ForyRowType.Struct struct)) {
      throw wrongType(index);
    }
    long place = region(index);
    return place < 0 ? null : new ForyRow(struct.schema(), bytes, start(place), (int) place);
  }

  /** An array; null when it is null. It reads from the same bytes. */
  public final ForyRowArray getArray(int index) {
    if (!(type(index) instanceof ForyRowType.Array array)) {
      throw wrongType(index);
    }
    long place = region(index);
    return place < 0 ? null : new ForyRowArray(array.element(), bytes, start(place), (int) place);
  }

  /** A map; null when it is null. It reads from the same bytes. */
  public final ForyRowMap getMap(int index) {
    if (!(type(index) instanceof ForyRowType.Entries entries)) {
      throw wrongType(index);
    }
    long place = region(index);
    return place < 0 ? null : new ForyRowMap(entries, bytes, start(place), (int) place);
  }

  private int number(int index, Scalar type) {
    checkIndex(index);
    if (type(index) != type) {
      throw wrongType(index);
    }
    if (isNull(index)) {
      throw new GabbroException(ErrorCode.INVALID_ARGUMENT, "value " + index + " is null");
    }
    return start + place(index);
  }

  final byte[] variable(int index, ForyRowType type) {
    checkIndex(index);
    if (!type(index).equals(type)) {
      throw wrongType(index);
    }
    long place = region(index);
    if (place < 0) {
      return null;
    }
    byte[] copy = new byte[(int) place];
    bytes.get(start(place), copy);
    return copy;
  }

  /** Start and length of the bytes of a value without a fixed width; -1 when it is null. */
  private long region(int index) {
    checkIndex(index);
    if (isNull(index)) {
      return -1;
    }
    long slot = bytes.getLong(start + place(index));
    long offset = slot >>> 32;
    long size = slot & 0xFFFF_FFFFL;
    if (offset + size > length) {
      throw corrupt(size + " bytes from byte " + offset + " leave the " + length + " around them");
    }
    return (start + offset) << 32 | size;
  }

  private static int start(long place) {
    return (int) (place >> 32);
  }

  private void checkIndex(int index) {
    if (index < 0 || index >= size()) {
      throw new IndexOutOfBoundsException(index);
    }
  }

  private GabbroException wrongType(int index) {
    return new GabbroException(
        ErrorCode.INVALID_ARGUMENT, "value " + index + " is of type " + type(index));
  }

  /** The bytes are none of the format. */
  static GabbroException corrupt(String problem) {
    return new GabbroException(ErrorCode.SERIALIZATION, "the value is no row of Fory: " + problem);
  }

  final ByteBuffer bytes() {
    return bytes;
  }

  final int start() {
    return start;
  }

  final int length() {
    return length;
  }
}
