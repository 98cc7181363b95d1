package io.gabbro.serializer.flatbuffers;

import io.gabbro.bytes.LittleEndian;
import java.util.Locale;

/** The kinds of types of a FlatBuffers schema, in the order of their numbers in binary schemas. */
enum BaseType {
  NONE(0),
  UTYPE(1),
  BOOL(1),
  BYTE(1),
  UBYTE(1),
  SHORT(2),
  USHORT(2),
  INT(4),
  UINT(4),
  LONG(8),
  ULONG(8),
  FLOAT(4),
  DOUBLE(8),
  STRING(4),
  VECTOR(4),
  OBJECT(4),
  UNION(4),
  ARRAY(0),
  VECTOR64(8);

  private static final BaseType[] ALL = values();

  private final int width;

  BaseType(int width) {
    this.width = width;
  }

  /** The one of a number; {@link #NONE} when there is no such number. */
  static BaseType of(int number) {
    return number >= 0 && number < ALL.length ? ALL[number] : NONE;
  }

  /** The bytes of a scalar, or of the offset to what is no scalar. */
  int width() {
    return width;
  }

  boolean isScalar() {
    return compareTo(UTYPE) >= 0 && compareTo(DOUBLE) <= 0;
  }

  boolean isInteger() {
    return compareTo(UTYPE) >= 0 && compareTo(ULONG) <= 0;
  }

  boolean isFloating() {
    return this == FLOAT || this == DOUBLE;
  }

  /** The decimal digits that any value of an integer type needs at most. */
  int digits() {
    return switch (width) {
      case 1 -> 3;
      case 2 -> 5;
      case 4 -> 10;
      default -> this == ULONG ? 20 : 19;
    };
  }

  /** A scalar: an integer, ULONG as its 64 bits, or the bits of a floating-point number. */
  long read(byte[] bytes, int at) {
    return switch (this) {
      case BOOL -> bytes[at] != 0 ? 1 : 0;
      case BYTE -> bytes[at];
      case UTYPE, UBYTE -> bytes[at] & 0xFF;
      case SHORT -> LittleEndian.getShort(bytes, at);
      case USHORT -> LittleEndian.getShort(bytes, at) & 0xFFFF;
      case INT, FLOAT -> LittleEndian.getInt(bytes, at);
      case UINT -> LittleEndian.getInt(bytes, at) & 0xFFFFFFFFL;
      case LONG, ULONG, DOUBLE -> LittleEndian.getLong(bytes, at);
      default -> throw new IllegalStateException(this + " is no scalar");
    };
  }

  /** Writes what {@link #read} reads. */
  void write(byte[] bytes, int at, long value) {
    switch (width) {
      case 1 -> bytes[at] = (byte) value;
      case 2 -> LittleEndian.putShort(bytes, at, (int) value);
      case 4 -> LittleEndian.putInt(bytes, at, (int) value);
      default -> LittleEndian.putLong(bytes, at, value);
    }
  }

  /** What {@link #read} gives after {@link #write}. */
  long narrow(long value) {
    byte[] bytes = new byte[Long.BYTES];
    write(bytes, 0, value);
    return read(bytes, 0);
  }

  /** Whether an integer type holds a value of a signed 64-bit number. */
  boolean holds(long value) {
    return this == ULONG ? value >= 0 : narrow(value) == value;
  }

  /** A number of {@link #read} as a double. */
  double toDouble(long bits) {
    return this == FLOAT ? Float.intBitsToFloat((int) bits) : Double.longBitsToDouble(bits);
  }

  /** The name that schemas use. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
