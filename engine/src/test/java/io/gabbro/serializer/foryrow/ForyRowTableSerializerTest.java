package io.gabbro.serializer.foryrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.bytes.LittleEndian;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.serializer.MappingOptions;
import io.gabbro.serializer.ValueBlock;
import io.gabbro.serializer.ValueField;
import io.gabbro.serializer.ValueMapping;
import io.gabbro.serializer.foryrow.ForyRowBytesTest.Coll;
import io.gabbro.serializer.foryrow.ForyRowBytesTest.Inner;
import io.gabbro.serializer.foryrow.ForyRowBytesTest.Nums;
import io.gabbro.serializer.foryrow.ForyRowMappingTest.Card;
import io.gabbro.serializer.foryrow.ForyRowMappingTest.Person;
import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Values;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How columns find fields of rows, what is refused, and what an update keeps. */
class ForyRowTableSerializerTest {
  private static final Map<String, Class<?>> CLASSES =
      Map.of("Nums", Nums.class, "Coll", Coll.class, "Person", Person.class, "Card", Card.class);
  private static final ForyRowTableSerializer TABLES =
      new ForyRowTableSerializer(
          name ->
              Optional.<Class<?>>ofNullable(CLASSES.get(name))
                  .orElseThrow(() -> MappingOptions.refused("no class " + name)));

  private static ValueField field(String path, SqlType type) {
    return new ValueField(path.replace('.', '_'), type, path, Optional.empty());
  }

  private static MappingOptions options(String... pairs) {
    Map<String, String> options = new TreeMap<>();
    for (int index = 0; index < pairs.length; index += 2) {
      options.put(pairs[index], pairs[index + 1]);
    }
    return new MappingOptions(options);
  }

  private static ValueMapping map(String type, ValueField... fields) {
    return TABLES.map(List.of(fields), options("class", type));
  }

  private static GabbroException refused(Runnable runnable) {
    GabbroException e = assertThrows(GabbroException.class, runnable::run);
    assertEquals(ErrorCode.INVALID_TABLE_DEFINITION, e.code());
    return e;
  }

  @Test
  void listsTheFieldsOfAClass() {
    assertEquals(
        "active boolean, balance numeric(38,18), born date, card_number text, card_valid boolean,"
            + " created timestamp with time zone, first_name text, home_city text,"
            + " home_country_code text, home_zip integer, id bigint, known boolean, photo bytea,"
            + " rank integer, ratio real, revenue double precision, size integer, small smallint,"
            + " tiny tinyint",
        TABLES.fields(options("class", "Person")).stream()
            .map(field -> field.name() + " " + field.type())
            .collect(Collectors.joining(", ")));
  }

  @Test
  void readsRowsThatForyMade() throws IOException {
    List<ValueField> fields = TABLES.fields(options("class", "Nums"));
    ColumnVector[] columns =
        ValueBlock.readOne(
            TABLES.map(fields, options("class", "Nums")),
            fields,
            ForyRowBytesTest.golden().get("nums"));
    StringBuilder row = new StringBuilder();
    for (int index = 0; index < columns.length; index++) {
      row.append(Values.get(fields.get(index).type(), columns[index], 0)).append(' ');
    }
    assertEquals(
        "-2.5 2023-11-14T22:13:20.123456Z -5 6 2024-02-29 true 1.5 4 -3 h\u00e9llo w\u00f6rld -2 ",
        row.toString());
  }

  @Test
  void readsAndWritesTheHashThatEncodersPutInFront() throws IOException {
    byte[] encoded = ForyRowBytesTest.golden().get("encoded");
    List<ValueField> fields =
        List.of(field("a", SqlType.TEXT), field("b", SqlType.INTEGER), field("c", SqlType.BIGINT));
    ValueMapping mapping = TABLES.map(fields, options("hash", "A609080000000000"));
    ColumnVector[] columns = ValueBlock.readOne(mapping, fields, encoded);
    assertEquals("ann", Values.get(SqlType.TEXT, columns[0], 0));
    ByteBuilder target = new ByteBuilder();
    mapping.newWriter().rewrite(columns, 0, encoded, 0, encoded.length, target);
    assertEquals(ByteBuffer.wrap(encoded), ByteBuffer.wrap(target.toByteArray()));
    encoded[0]++;
    Map<Integer, String> problems = new TreeMap<>();
    new ValueBlock().add(encoded).read(mapping, fields, problems);
    assertTrue(problems.get(0).contains("does not start with the hash"), problems.toString());
    assertThrows(GabbroException.class, () -> mapping.check(encoded, 0, encoded.length));
  }

  @ParameterizedTest
  @CsvSource({
    "flag, boolean",
    "tiny, tinyint smallint integer bigint",
    "small, smallint integer bigint",
    "size, integer bigint",
    "big, bigint",
    "ratio, real double",
    "amount, double",
    "text, text",
    "day, date",
    "at, timestamp instant"
  })
  void columnsHoldEveryValue(String path, String fitting) {
    Map<String, SqlType> types =
        Map.ofEntries(
            Map.entry("boolean", SqlType.BOOLEAN),
            Map.entry("tinyint", SqlType.TINYINT),
            Map.entry("smallint", SqlType.SMALLINT),
            Map.entry("integer", SqlType.INTEGER),
            Map.entry("bigint", SqlType.BIGINT),
            Map.entry("real", SqlType.REAL),
            Map.entry("double", SqlType.DOUBLE),
            Map.entry("numeric", SqlType.numeric(38, 18)),
            Map.entry("text", SqlType.TEXT),
            Map.entry("varchar", SqlType.varchar(5)),
            Map.entry("bytea", SqlType.BYTEA),
            Map.entry("date", SqlType.DATE),
            Map.entry("timestamp", SqlType.TIMESTAMP),
            Map.entry("instant", SqlType.TIMESTAMP_WITH_TIME_ZONE));
    types.forEach(
        (name, type) -> {
          if (List.of(fitting.split(" ")).contains(name)) {
            map("Nums", field(path, type));
          } else {
            String message = refused(() -> map("Nums", field(path, type))).getMessage();
            assertTrue(message.contains("what fits is"), message);
          }
        });
  }

  @Test
  void refusesWhatRowsDoNotHave() {
    refused(() -> map("Coll", field("tags", SqlType.TEXT)));
    refused(() -> map("Coll", field("home_address", SqlType.TEXT)));
    refused(() -> map("Coll", field("tags.size", SqlType.INTEGER)));
    refused(() -> map("Coll", field("missing", SqlType.TEXT)));
    refused(() -> map("Stranger", field("missing", SqlType.TEXT)));
    refused(() -> map("Nums", field("size", SqlType.BIGINT), field("SIZE", SqlType.INTEGER)));
    refused(() -> TABLES.fields(options()));
    refused(() -> TABLES.map(List.of(field("a.b", SqlType.TEXT)), options()));
    refused(() -> TABLES.map(List.of(field("a", SqlType.UUID)), options()));
    refused(() -> TABLES.map(List.of(field("a", SqlType.TIME)), options()));
    refused(() -> TABLES.map(List.of(field("a", SqlType.TEXT)), options("hash", "123")));
    refused(() -> TABLES.map(List.of(field("a", SqlType.TEXT)), options("hush", "123")));
  }

  @Test
  void changesKeepListsAndMaps() {
    Inner rome = new Inner(5, "Rome");
    Coll old = new Coll(List.of("x"), List.of(1), Map.of("k", 2), rome, List.of(rome));
    Coll changed =
        new Coll(old.tags(), old.ints(), old.scores(), new Inner(5, "Bari"), old.inners());
    ForyRowEncoder<Coll> encoder = new ForyRowEncoder<>(Coll.class);
    assertEquals(
        ByteBuffer.wrap(encoder.encode(changed)),
        ByteBuffer.wrap(
            rewrite(
                "Coll", encoder.encode(old), field("home_address.city", SqlType.TEXT), "Bari")));
  }

  @Test
  void rowsInRowsComeAndGo() {
    ForyRowEncoder<Coll> encoder = new ForyRowEncoder<>(Coll.class);
    byte[] without = encoder.encode(new Coll(null, null, null, null, null));
    byte[] with = rewrite("Coll", without, field("home_address.city", SqlType.TEXT), "Rome");
    ForyRow row = ForyRow.of(encoder.schema(), ByteBuffer.wrap(with));
    assertEquals("Rome", row.getStruct("home_address").getString("city"));
    assertEquals(0, row.getStruct("home_address").getInt("zip"));
    byte[] cleared = rewrite("Coll", with, field("home_address.city", SqlType.TEXT), null);
    ForyRow kept = ForyRow.of(encoder.schema(), ByteBuffer.wrap(cleared));
    assertNull(kept.getStruct("home_address").getString("city"));
    GabbroException e =
        assertThrows(
            GabbroException.class,
            () -> rewrite("Coll", with, field("home_address.zip", SqlType.INTEGER), null));
    assertEquals("field \"home_address.zip\" cannot be NULL", e.getMessage());
  }

  private static byte[] rewrite(String type, byte[] old, ValueField field, Object value) {
    ColumnVector column = ColumnVector.allocate(field.type().vectorKind(), 1);
    Values.set(field.type(), column, 0, value);
    ByteBuilder target = new ByteBuilder();
    ColumnVector[] columns = {column};
    map(type, field).newWriter().rewrite(columns, 0, old, 0, old.length, target);
    return target.toByteArray();
  }

  @Test
  void refusesNumbersThatAFieldDoesNotHold() {
    byte[] old = new byte[16 * 8];
    for (Map.Entry<ValueField, Object> bad :
        Map.<ValueField, Object>of(
                field("tiny", SqlType.BIGINT),
                128L,
                field("small", SqlType.INTEGER),
                -32_769,
                field("size", SqlType.BIGINT),
                1L << 31,
                field("ratio", SqlType.DOUBLE),
                0.1)
            .entrySet()) {
      GabbroException e =
          assertThrows(
              GabbroException.class, () -> rewrite("Nums", old, bad.getKey(), bad.getValue()));
      assertEquals(ErrorCode.SERIALIZATION, e.code());
    }
  }

  /** An array that is each of its own elements, six times over, is checked in no time. */
  @Test
  void refusesPartsThatLieOverEachOther() {
    ForyRowType type = ForyRowType.Scalar.INT8;
    for (int depth = 0; depth < 6; depth++) {
      type = new ForyRowType.Array(type);
    }
    ForyRowSchema schema = ForyRowSchema.of(List.of(new ForyRowField("a", type, true)));
    byte[] bytes = new byte[16 + 8 + 64 + 8 * 500];
    LittleEndian.putLong(bytes, 8, 16L << 32 | (bytes.length - 16));
    LittleEndian.putLong(bytes, 16, 500);
    for (int index = 0; index < 500; index++) {
      LittleEndian.putLong(bytes, 88 + 8 * index, bytes.length - 16);
    }
    GabbroException e =
        assertThrows(GabbroException.class, () -> RowCheck.check(schema, bytes, 0, bytes.length));
    assertEquals("the value is no row of Fory: its parts lie over each other", e.getMessage());
  }
}
