package io.gabbro.serializer.raw;

import io.gabbro.serializer.AbstractValueMappingContractTest;
import io.gabbro.serializer.FixedPlace;
import io.gabbro.serializer.MappingOptions;
import io.gabbro.serializer.TableSerializer;
import io.gabbro.serializer.ValueField;
import io.gabbro.type.SqlType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The contract of mappings for columns at fixed places. */
class RawMappingTest extends AbstractValueMappingContractTest {
  private static final int FIRST_PLACE = 5;
  private static final int TEXT_BYTES = 40;
  private static final int BINARY_BYTES = 7;

  @Override
  protected TableSerializer serializer() {
    return new RawTableSerializer();
  }

  @Override
  protected MappingOptions options() {
    return MappingOptions.none();
  }

  @Override
  protected List<ValueField> fields() {
    List<ValueField> fields = new ArrayList<>();
    int offset = FIRST_PLACE;
    for (boolean littleEndian : new boolean[] {false, true}) {
      offset = add(fields, SqlType.BOOLEAN, offset, 1, littleEndian);
      offset = add(fields, SqlType.TINYINT, offset, 1, littleEndian);
      offset = add(fields, SqlType.SMALLINT, offset, 2, littleEndian);
      offset = add(fields, SqlType.INTEGER, offset, 4, littleEndian);
      offset = add(fields, SqlType.BIGINT, offset, 8, littleEndian);
      offset = add(fields, SqlType.REAL, offset, 4, littleEndian);
      offset = add(fields, SqlType.DOUBLE, offset, 8, littleEndian);
      offset = add(fields, SqlType.DATE, offset, 4, littleEndian);
      offset = add(fields, SqlType.TIME, offset, 8, littleEndian);
      offset = add(fields, SqlType.TIMESTAMP, offset, 8, littleEndian);
      offset = add(fields, SqlType.TIMESTAMP_WITH_TIME_ZONE, offset, 8, littleEndian);
      offset = add(fields, SqlType.UUID, offset, 16, littleEndian);
      offset = add(fields, SqlType.varbinary(BINARY_BYTES), offset, BINARY_BYTES, littleEndian);
      offset = add(fields, SqlType.varchar(TEXT_BYTES), offset, TEXT_BYTES, littleEndian);
    }
    add(fields, SqlType.BYTEA, offset, 0, false);
    return fields;
  }

  private static int add(
      List<ValueField> fields, SqlType type, int offset, int width, boolean littleEndian) {
    String name = "c" + fields.size();
    fields.add(new ValueField(name, type, name, Optional.of(new FixedPlace(offset, littleEndian))));
    return offset + width;
  }

  @Override
  protected boolean isNullable(ValueField field) {
    return false;
  }

  @Override
  protected Object value(ValueField field, Random values) {
    if (field.type().equals(SqlType.varbinary(BINARY_BYTES))) {
      byte[] bytes = new byte[BINARY_BYTES];
      values.nextBytes(bytes);
      return bytes;
    }
    Object value = super.value(field, values);
    if (value instanceof String text) {
      String shortened = text.replaceAll("\0+$", "");
      return shortened.getBytes(StandardCharsets.UTF_8).length <= TEXT_BYTES ? shortened : "";
    }
    return value;
  }
}
