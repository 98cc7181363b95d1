package io.gabbro.serializer.foryrow;

/** The type of a field of a row, of an element of an array, or of a key or value of a map. */
public sealed interface ForyRowType {
  /** The types without parameters. */
  enum Scalar implements ForyRowType {
    /** Truth values in a byte. */
    BOOL(1),
    /** Integers of 8 bits. */
    INT8(1),
    /** Integers of 16 bits. */
    INT16(2),
    /** Integers of 32 bits. */
    INT32(4),
    /** Integers of 64 bits. */
    INT64(8),
    /** Floating point numbers of 32 bits. */
    FLOAT32(4),
    /** Floating point numbers of 64 bits. */
    FLOAT64(8),
    /** Days since 1970-01-01 in 32 bits. */
    DATE32(4),
    /** Microseconds since 1970-01-01 00:00 UTC in 64 bits. */
    TIMESTAMP(8),
    /** Text in UTF-8. */
    UTF8(0),
    /** Bytes. */
    BINARY(0);

    private final int width;

    Scalar(int width) {
      this.width = width;
    }

    @Override
    public int width() {
      return width;
    }
  }

  /**
   * Decimals: the unscaled value in 32 bytes, least significant byte first.
   *
   * @param scale the digits behind the point
   */
  record Decimal(int scale) implements ForyRowType {
    @Override
    public int width() {
      return 0;
    }
  }

  /**
   * A row in a row.
   *
   * @param schema its fields
   */
  record Struct(ForyRowSchema schema) implements ForyRowType {
    @Override
    public int width() {
      return 0;
    }
  }

  /**
   * Arrays.
   *
   * @param element the type of the elements
   */
  record Array(ForyRowType element) implements ForyRowType {
    @Override
    public int width() {
      return 0;
    }
  }

  /**
   * Maps: an array of keys and one of values.
   *
   * @param key the type of the keys
   * @param value the type of the values
   */
  record Entries(ForyRowType key, ForyRowType value) implements ForyRowType {
    @Override
    public int width() {
      return 0;
    }
  }

  /** The number of bytes of a value; 0 when values have a place and a size instead. */
  int width();

  /** The number of bytes of an element of an array. */
  default int elementWidth() {
    return width() == 0 ? Long.BYTES : width();
  }
}
