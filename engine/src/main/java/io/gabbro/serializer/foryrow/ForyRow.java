package io.gabbro.serializer.foryrow;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A row, read in place from its bytes. Fields are named by their position or their name; a name
 * that there is not is {@code INVALID_ARGUMENT}. Thread-safe as long as nobody changes the bytes.
 */
public final class ForyRow extends ForyRowCells {
  private final ForyRowSchema schema;

  ForyRow(ForyRowSchema schema, ByteBuffer bytes, int start, int length) {
    super(bytes, start, length);
    this.schema = schema;
    if (length < schema.fixedBytes()) {
      throw corrupt("it has " + length + " bytes instead of at least " + schema.fixedBytes());
    }
  }

  /**
   * The row in some bytes.
   *
   * @param schema what it was written with
   * @param bytes the bytes of the row and no others, from position to limit; not copied
   * @throws io.gabbro.error.GabbroException {@code SERIALIZATION} when they are too few
   */
  public static ForyRow of(ForyRowSchema schema, ByteBuffer bytes) {
    return new ForyRow(
        schema,
        bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN),
        bytes.position(),
        bytes.remaining());
  }

  /** Its fields. */
  public ForyRowSchema schema() {
    return schema;
  }

  @Override
  public int size() {
    return schema.fields().size();
  }

  @Override
  ForyRowType type(int index) {
    return schema.fields().get(index).type();
  }

  @Override
  int place(int index) {
    return schema.nullBytes() + index * Long.BYTES;
  }

  @Override
  int nulls() {
    return 0;
  }

  /** Whether a field is null. */
  public boolean isNull(String name) {
    return isNull(schema.ordinal(name));
  }

  /** The truth value of a field. */
  public boolean getBoolean(String name) {
    return getBoolean(schema.ordinal(name));
  }

  /** The integer of 8 bits of a field. */
  public byte getByte(String name) {
    return getByte(schema.ordinal(name));
  }

  /** The integer of 16 bits of a field. */
  public short getShort(String name) {
    return getShort(schema.ordinal(name));
  }

  /** The integer of 32 bits of a field. */
  public int getInt(String name) {
    return getInt(schema.ordinal(name));
  }

  /** The integer of 64 bits of a field. */
  public long getLong(String name) {
    return getLong(schema.ordinal(name));
  }

  /** The floating point number of 32 bits of a field. */
  public float getFloat(String name) {
    return getFloat(schema.ordinal(name));
  }

  /** The floating point number of 64 bits of a field. */
  public double getDouble(String name) {
    return getDouble(schema.ordinal(name));
  }

  /** The date of a field; null when it is null. */
  public LocalDate getDate(String name) {
    return getDate(schema.ordinal(name));
  }

  /** The timestamp of a field; null when it is null. */
  public Instant getInstant(String name) {
    return getInstant(schema.ordinal(name));
  }

  /** The text of a field; null when it is null. */
  public String getString(String name) {
    return getString(schema.ordinal(name));
  }

  /** The bytes of a field; null when they are null. */
  public byte[] getBytes(String name) {
    return getBytes(schema.ordinal(name));
  }

  /** The decimal of a field; null when it is null. */
  public BigDecimal getDecimal(String name) {
    return getDecimal(schema.ordinal(name));
  }

  /** The row in a field; null when it is null. */
  public ForyRow getStruct(String name) {
    return getStruct(schema.ordinal(name));
  }

  /** The array of a field; null when it is null. */
  public ForyRowArray getArray(String name) {
    return getArray(schema.ordinal(name));
  }

  /** The map of a field; null when it is null. */
  public ForyRowMap getMap(String name) {
    return getMap(schema.ordinal(name));
  }
}
