package io.gabbro.serializer.raw;

import io.gabbro.serializer.FixedPlace;
import io.gabbro.serializer.MappingOptions;
import io.gabbro.serializer.TableSerializer;
import io.gabbro.serializer.ValueField;
import io.gabbro.serializer.ValueMapping;
import io.gabbro.type.SqlType;
import java.util.List;
import java.util.Optional;

/**
 * Values without a schema: {@code USING raw}. A column without place is the whole value, as
 * VARBINARY or as UTF-8 text. {@code AT n} gives a column a place behind the first {@code n} bytes:
 *
 * <pre>
 * BOOLEAN                      1 byte, 0 or 1
 * TINYINT, SMALLINT, INTEGER   1, 2, 4 bytes
 * BIGINT                       8 bytes
 * REAL, DOUBLE PRECISION       4, 8 bytes, IEEE 754
 * DATE                         4 bytes, days since 1970
 * TIME                         8 bytes, microseconds since midnight
 * TIMESTAMP [WITH TIME ZONE]   8 bytes, microseconds since 1970
 * UUID                         16 bytes, most significant first
 * CHAR(n), VARCHAR(n)          n bytes of UTF-8, filled up with bytes 00
 * VARBINARY(n)                 n bytes
 * TEXT, VARBINARY              all bytes from there on
 * </pre>
 *
 * Numbers lie most significant byte first, or least with {@code LITTLE ENDIAN}. A value that ends
 * before a column does is a bad row. Columns may overlap; such a table is written by {@code _value}
 * only. There are no options.
 */
public final class RawTableSerializer implements TableSerializer {
  private static final int MAX_OFFSET = 1 << 30;

  @Override
  public String name() {
    return RawSerializer.NAME;
  }

  @Override
  public List<ValueField> fields(MappingOptions options) {
    return List.of(new ValueField("value", SqlType.BYTEA, "value", Optional.empty()));
  }

  @Override
  public ValueMapping map(List<ValueField> fields, MappingOptions options) {
    options.requireKnown(List.of());
    return new RawMapping(fields.stream().map(RawTableSerializer::place).toList());
  }

  private static RawField place(ValueField field) {
    SqlType type = field.type();
    if (field.place().isEmpty()) {
      if (!type.equals(SqlType.BYTEA) && !type.equals(SqlType.TEXT)) {
        throw MappingOptions.refused(
            "column \""
                + field.name()
                + "\" of type "
                + type
                + " needs a place in the value: AT n [LITTLE ENDIAN]");
      }
      return new RawField(field.name(), type, 0, RawField.REST, false);
    }
    FixedPlace place = field.place().get();
    if (place.offset() > MAX_OFFSET) {
      throw MappingOptions.refused(
          "column \"" + field.name() + "\" lies behind the greatest length of a value");
    }
    return new RawField(
        field.name(), type, place.offset(), width(field.name(), type), place.littleEndian());
  }

  private static int width(String column, SqlType type) {
    return switch (type.kind()) {
      case BOOLEAN, TINYINT -> 1;
      case SMALLINT -> 2;
      case INTEGER, REAL, DATE -> 4;
      case BIGINT, DOUBLE, TIME, TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE -> 8;
      case UUID -> 16;
      case CHAR, VARCHAR, VARBINARY ->
          type.length() == SqlType.UNBOUNDED ? RawField.REST : type.length();
      case NUMERIC, INTERVAL, NULL ->
          throw MappingOptions.refused(
              "column \"" + column + "\": values of type " + type + " have no fixed place");
    };
  }
}
