package io.gabbro.serializer.foryrow;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.serializer.ValueSerializer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Rows of Fory's standard row format, stored as they are: without the hash of the schema that
 * Fory's encoders put in front. A value reads its fields when they are asked for. Only the number
 * of bytes is checked at first; a corrupt row throws or gives other values when it is read, but no
 * read leaves it.
 */
public final class ForyRowSerializer implements ValueSerializer<ForyRow> {
  /** The name of serializers that get no other. */
  public static final String NAME = "fory_row";

  private final String name;
  private final ForyRowSchema schema;

  /** A serializer with the name {@value #NAME}. */
  public ForyRowSerializer(ForyRowSchema schema) {
    this(NAME, schema);
  }

  /** A serializer with another name. */
  public ForyRowSerializer(String name, ForyRowSchema schema) {
    this.name = name;
    this.schema = schema;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Class<ForyRow> type() {
    return ForyRow.class;
  }

  @Override
  public void serialize(ForyRow value, ByteBuilder target) {
    if (!value.schema().equals(schema)) {
      throw ForyRowCells.corrupt("it has another schema: " + value.schema());
    }
    int at = target.length();
    target.setLength(at + value.length());
    value.bytes().get(value.start(), target.bytes(), at, value.length());
  }

  @Override
  public ForyRow deserialize(byte[] bytes, int offset, int length) {
    return view(ByteBuffer.wrap(Arrays.copyOfRange(bytes, offset, offset + length)));
  }

  @Override
  public boolean readsInPlace() {
    return true;
  }

  @Override
  public ForyRow view(ByteBuffer bytes) {
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    return new ForyRow(schema, bytes, 0, bytes.limit());
  }
}
