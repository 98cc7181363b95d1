package io.gabbro.serializer.foryrow;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.bytes.LittleEndian;
import io.gabbro.serializer.foryrow.ForyRowType.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * Appends rows, arrays and maps to some bytes. Each starts with a part whose length is known, and
 * values without a fixed width follow. Not thread-safe.
 */
final class RowBuilder {
  private final ByteBuilder target;

  RowBuilder(ByteBuilder target) {
    this.target = target;
  }

  /** Appends a row whose fields are all zero, and returns where it starts. */
  int startRow(ForyRowSchema schema) {
    int start = target.length();
    zeros(schema.fixedBytes());
    return start;
  }

  /** Where a field of a row lies. */
  static int place(ForyRowSchema schema, int start, int ordinal) {
    return start + schema.nullBytes() + ordinal * Long.BYTES;
  }

  /** Appends an array of zeros, and returns where it starts. */
  int startArray(int count, int width) {
    int start = target.length();
    long data = (long) count * width;
    zeros(Math.toIntExact(Long.BYTES + ForyRowSchema.nullBytes(count) + (data + 7) / 8 * 8));
    LittleEndian.putLong(target.bytes(), start, count);
    return start;
  }

  private void zeros(int count) {
    int start = target.length();
    target.setLength(Math.addExact(start, count));
    Arrays.fill(target.bytes(), start, start + count, (byte) 0);
  }

  /** Makes a value null. */
  void setNull(int nulls, int index) {
    target.bytes()[nulls + (index >> 3)] |= (byte) (1 << (index & 7));
  }

  /** Writes a value of a fixed width: its lowest bits. */
  void putNumber(int place, int width, long value) {
    byte[] bytes = target.bytes();
    switch (width) {
      case 1 -> bytes[place] = (byte) value;
      case 2 -> LittleEndian.putShort(bytes, place, (int) value);
      case 4 -> LittleEndian.putInt(bytes, place, (int) value);
      default -> LittleEndian.putLong(bytes, place, value);
    }
  }

  /** The bits of a floating point number as {@link #putNumber} takes them. */
  static long bits(ForyRowType type, double value) {
    return type == Scalar.FLOAT32
        ? Float.floatToIntBits((float) value)
        : Double.doubleToLongBits(value);
  }

  /** Appends the bytes of a value. */
  void putBytes(int place, int start, byte[] source, int offset, int length) {
    int at = target.length();
    zeros((length + 7) & ~7);
    System.arraycopy(source, offset, target.bytes(), at, length);
    putRegion(place, start, at, length);
  }

  /** Appends a decimal, whose scale is not greater than that of its type. */
  void putDecimal(int place, int start, BigDecimal value, int scale) {
    BigInteger unscaled = value.setScale(scale).unscaledValue();
    byte[] big = unscaled.toByteArray();
    byte[] little = new byte[ForyRowCells.DECIMAL_BYTES];
    Arrays.fill(little, (byte) (unscaled.signum() >> 1));
    for (int index = 0; index < big.length; index++) {
      little[index] = big[big.length - 1 - index];
    }
    putBytes(place, start, little, 0, little.length);
  }

  /** Ends a value that was appended from {@code at}. */
  void putRegion(int place, int start, int at) {
    putRegion(place, start, at, target.length() - at);
  }

  private void putRegion(int place, int start, int at, int length) {
    LittleEndian.putLong(target.bytes(), place, (long) (at - start) << 32 | length);
  }

  ByteBuilder target() {
    return target;
  }
}
