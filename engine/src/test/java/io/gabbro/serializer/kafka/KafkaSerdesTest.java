package io.gabbro.serializer.kafka;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.serializer.MappingOptions;
import io.gabbro.serializer.ValueBlock;
import io.gabbro.serializer.ValueField;
import io.gabbro.serializer.ValueMapping;
import io.gabbro.serializer.ValueWriter;
import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Values;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The bytes of values, beside those that Kafka's serdes make. */
class KafkaSerdesTest {
  private static final MappingOptions TIMESTAMPED_LONGS = options("long", "true");

  private final KafkaTableSerializer tables = Sensor.tables();

  private static MappingOptions options(String value, String timestamps) {
    return new MappingOptions(Map.of("value", value, "timestamps", timestamps));
  }

  private static ColumnVector vector(SqlType type, Object value) {
    ColumnVector vector = ColumnVector.allocate(type.vectorKind(), 1);
    Values.set(type, vector, 0, value);
    return vector;
  }

  private <T> void assertSameBytes(String name, Serde<T> serde, List<T> values) {
    MappingOptions options = options(name, "false");
    List<ValueField> fields = tables.fields(options);
    ValueMapping mapping = tables.map(fields, options);
    SqlType type = fields.get(0).type();
    for (T value : values) {
      byte[] expected = serde.serializer().serialize("topic", value);
      ByteBuilder written = new ByteBuilder();
      ColumnVector column = vector(type, value);
      mapping.newWriter().write(new ColumnVector[] {column}, 0, written);
      assertArrayEquals(expected, written.toByteArray(), name + " " + value);
      ColumnVector read = ValueBlock.readOne(mapping, fields, expected)[0];
      assertTrue(column.isSame(0, read, 0), name + " " + value);
    }
  }

  @Test
  void theBytesAreThoseOfKafka() {
    assertSameBytes("string", Serdes.String(), List.of("", "a", "\u00e9\u4e16\ud83c\udf0d\0"));
    assertSameBytes("long", Serdes.Long(), List.of(0L, -1L, Long.MIN_VALUE, 72623859790382856L));
    assertSameBytes("integer", Serdes.Integer(), List.of(0, -2, Integer.MAX_VALUE, 16909060));
    assertSameBytes("short", Serdes.Short(), List.of((short) -2, (short) 258));
    assertSameBytes("double", Serdes.Double(), List.of(-0.0, 1.5, Double.NEGATIVE_INFINITY));
    assertSameBytes("float", Serdes.Float(), List.of(-0.5f, Float.MIN_VALUE));
    assertSameBytes("bytes", Serdes.ByteArray(), List.of(new byte[0], new byte[] {0, -1}));
    assertSameBytes("uuid", Serdes.UUID(), List.of(new UUID(0, 0), new UUID(-2, 0x1234567890L)));
  }

  @Test
  void timestampsLieInFront() {
    List<ValueField> fields = tables.fields(TIMESTAMPED_LONGS);
    assertEquals(List.of("value", "record_timestamp"), fields.stream().map(f -> f.name()).toList());
    ColumnVector value = vector(SqlType.BIGINT, 5L);
    SqlType time = SqlType.TIMESTAMP_WITH_TIME_ZONE;
    ColumnVector second = vector(time, OffsetDateTime.parse("1970-01-01T00:00:01.002Z"));
    assertEquals("00000000000003ea0000000000000005", written(value, second));
    assertEquals("ffffffffffffffff0000000000000005", written(value, vector(time, null)));
    for (String refused : List.of("1970-01-01T00:00:00.0005Z", "1969-12-31T23:59:59.999Z")) {
      ColumnVector bad = vector(time, OffsetDateTime.parse(refused));
      assertEquals(ErrorCode.SERIALIZATION, refusal(() -> written(value, bad)).code());
    }
    ColumnVector none = vector(SqlType.BIGINT, null);
    assertEquals(ErrorCode.SERIALIZATION, refusal(() -> written(none, second)).code());
  }

  private String written(ColumnVector... columns) {
    ByteBuilder target = new ByteBuilder();
    List<ValueField> fields = tables.fields(TIMESTAMPED_LONGS);
    tables.map(fields, TIMESTAMPED_LONGS).newWriter().write(columns, 0, target);
    return HexFormat.of().formatHex(target.toByteArray());
  }

  @Test
  void whatNoColumnShowsIsKept() {
    ValueField value = tables.fields(TIMESTAMPED_LONGS).get(0);
    byte[] old = HexFormat.of().parseHex("00000000000003ea0000000000000005");
    ByteBuilder target = new ByteBuilder();
    ColumnVector[] six = {vector(SqlType.BIGINT, 6L)};
    tables.map(List.of(value), TIMESTAMPED_LONGS).newWriter().rewrite(six, 0, old, 0, 16, target);
    assertEquals("00000000000003ea0000000000000006", hex(target));
    ValueWriter withoutColumns = tables.map(List.of(), TIMESTAMPED_LONGS).newWriter();
    ByteBuilder same = new ByteBuilder();
    withoutColumns.rewrite(new ColumnVector[0], 0, old, 0, 16, same);
    assertArrayEquals(old, same.toByteArray());
    assertEquals(
        ErrorCode.SERIALIZATION,
        refusal(() -> withoutColumns.write(new ColumnVector[0], 0, new ByteBuilder())).code());
  }

  private static String hex(ByteBuilder bytes) {
    return HexFormat.of().formatHex(bytes.toByteArray());
  }

  @Test
  void shortValuesBetweenGoodOnesOfASerializerAreTold() {
    MappingOptions options = options("sensor", "true");
    List<ValueField> fields = tables.fields(options);
    ValueMapping mapping = tables.map(fields, options);
    byte[] good = HexFormat.of().parseHex("00000000000003ea" + "00000007" + "6f6e65");
    ValueBlock block = new ValueBlock().add(new byte[3]).add(good).add(new byte[9]).add(good);
    block.add(new byte[0]);
    Map<Integer, String> problems = new TreeMap<>();
    ColumnVector[] read = block.read(mapping, fields, problems);
    assertEquals("[0, 2, 4]", problems.keySet().toString());
    for (int row : new int[] {1, 3}) {
      assertEquals(7, Values.get(SqlType.INTEGER, read[0], row));
      assertEquals("one", Values.get(SqlType.TEXT, read[1], row));
    }
    assertTrue(read[0].isNull(0) && read[0].isNull(2) && read[0].isNull(4));
  }

  private static GabbroException refusal(Executable call) {
    return assertThrows(GabbroException.class, call);
  }

  @Test
  void columnsMustFit() {
    ValueField value = tables.fields(TIMESTAMPED_LONGS).get(0);
    ValueField time = tables.fields(TIMESTAMPED_LONGS).get(1);
    for (List<ValueField> fields :
        List.of(
            List.of(value, value),
            List.of(time, value, time),
            List.of(new ValueField("v", SqlType.BIGINT, "v", Optional.empty())),
            List.of(new ValueField("value", SqlType.INTEGER, "value", Optional.empty())))) {
      GabbroException refused = refusal(() -> tables.map(fields, TIMESTAMPED_LONGS));
      assertEquals(ErrorCode.INVALID_TABLE_DEFINITION, refused.code());
    }
    for (MappingOptions wrong :
        List.of(
            options("logn", "true"),
            options("long", "yes"),
            new MappingOptions(Map.of("timestamp", "true")))) {
      GabbroException refused = refusal(() -> tables.fields(wrong));
      assertEquals(ErrorCode.INVALID_TABLE_DEFINITION, refused.code());
    }
  }
}
