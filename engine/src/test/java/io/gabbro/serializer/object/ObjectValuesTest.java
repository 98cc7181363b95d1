package io.gabbro.serializer.object;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.serializer.MappingOptions;
import io.gabbro.serializer.ValueBlock;
import io.gabbro.serializer.ValueField;
import io.gabbro.serializer.ValueMapping;
import io.gabbro.serializer.ValueSerializer;
import io.gabbro.serializer.ValueWriter;
import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;
import io.gabbro.vector.Values;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What columns show of objects, and how objects change. */
class ObjectValuesTest {
  /** A bean whose getter may fail. */
  public static class Fragile {
    /** A public field. */
    public int number;

    /** A property that cannot be set. */
    public int getTwice() {
      if (number < 0) {
        throw new IllegalStateException("below zero");
      }
      return 2 * number;
    }
  }

  /** An object that has what the tests need. */
  public static class Thing {
    /** Public fields. */
    public BigDecimal price;

    public BigInteger count;
    public Instant at;
    public OffsetDateTime zoned;
    public String text = "as made";
    public Object any;
    public List<Object> list;
    public Map<Object, Object> map;
    public Optional<Person.Address> address = Optional.empty();
    public Fragile fragile;
    public byte small;
    public boolean[] flags;
  }

  /** Keeps the objects in memory: the bytes are their numbers. */
  private static final class Objects<V> implements ValueSerializer<V> {
    private final Class<V> type;
    private final List<V> objects = new ArrayList<>();
    private int reads;

    Objects(Class<V> type) {
      this.type = type;
    }

    @Override
    public String name() {
      return "objects";
    }

    @Override
    public Class<V> type() {
      return type;
    }

    @Override
    public void serialize(V value, ByteBuilder target) {
      objects.add(value);
      target.putInt(objects.size() - 1);
    }

    @Override
    public V deserialize(byte[] bytes, int offset, int length) {
      reads++;
      return objects.get(ByteBuffer.wrap(bytes, offset, length).getInt());
    }
  }

  private final Objects<Thing> things = new Objects<>(Thing.class);

  private static ValueField field(String path, SqlType type) {
    return new ValueField(path, type, path, Optional.empty());
  }

  private ValueMapping map(ValueField... fields) {
    return new ObjectTableSerializer("things", List.of(), options -> things)
        .map(List.of(fields), MappingOptions.none());
  }

  private byte[] bytes(Thing thing) {
    ByteBuilder target = new ByteBuilder();
    things.serialize(thing, target);
    return target.toByteArray();
  }

  private Object read(Thing thing, String path, SqlType type) {
    ValueField field = field(path, type);
    ColumnVector column = ValueBlock.readOne(map(field), List.of(field), bytes(thing))[0];
    return Values.get(type, column, 0);
  }

  private String problem(Thing thing, String path, SqlType type) {
    ValueField field = field(path, type);
    Map<Integer, String> problems = new TreeMap<>();
    ColumnVector[] read =
        new ValueBlock().add(bytes(thing)).read(map(field), List.of(field), problems);
    assertTrue(read[0].isNull(0));
    return problems.get(0);
  }

  private static ColumnVector column(SqlType type, Object value) {
    ColumnVector column = ColumnVector.allocate(type.vectorKind(), 1);
    Values.set(type, column, 0, value);
    return column;
  }

  /** The object after a change of one column. */
  private Thing change(Thing thing, String path, SqlType type, Object value) {
    byte[] old = bytes(thing);
    ByteBuilder target = new ByteBuilder();
    map(field(path, type))
        .newWriter()
        .rewrite(new ColumnVector[] {column(type, value)}, 0, old, 0, old.length, target);
    return things.deserialize(target.bytes(), 0, target.length());
  }

  private static String refusal(org.junit.jupiter.api.function.Executable executable) {
    GabbroException e = assertThrows(GabbroException.class, executable);
    assertEquals(ErrorCode.SERIALIZATION, e.code());
    return e.getMessage();
  }

  @ParameterizedTest
  @CsvSource({
    "1.5, 5, 2, 1.50",
    "1.50, 5, 1, 1.5",
    "1E+3, 5, 0, 1000",
    "0E-30, 5, 0, 0",
    "0.001, 5, 2, column \"price\": it has more than 2 digits behind the point",
    "1E-999999999, 38, 38, column \"price\": it has more than 38 digits behind the point",
    "1E+999999999, 38, 0, 'column \"price\": numeric(38,0) out of range'",
    "1000, 5, 2, 'column \"price\": numeric(5,2) out of range'"
  })
  void decimalsAreShownExactlyOrAreBad(String value, int precision, int scale, String shown) {
    Thing thing = new Thing();
    thing.price = new BigDecimal(value);
    SqlType type = SqlType.numeric(precision, scale);
    if (shown.startsWith("column")) {
      assertEquals(shown, problem(thing, "price", type));
    } else {
      assertEquals(new BigDecimal(shown), read(thing, "price", type));
    }
    assertEquals(new BigDecimal(value).toString(), read(thing, "price", SqlType.TEXT));
  }

  @Test
  void bigIntegersAreShownExactlyOrAreBad() {
    Thing thing = new Thing();
    thing.count = BigInteger.TEN.pow(38).negate();
    assertEquals(thing.count.toString(), read(thing, "count", SqlType.TEXT));
    assertEquals(
        "column \"count\": numeric(38,0) out of range",
        problem(thing, "count", SqlType.numeric(38, 0)));
  }

  @Test
  void halvesOfSurrogatePairsAreBad() {
    Thing thing = new Thing();
    for (String bad : List.of("\ud83c", "a\udf0d", "\udf0d\ud83c", "\ud83cx")) {
      thing.text = bad;
      assertEquals(
          "column \"text\": it has half of a surrogate pair", problem(thing, "text", SqlType.TEXT));
    }
    thing.text = "\ud83c\udf0d";
    assertEquals(thing.text, read(thing, "text", SqlType.TEXT));
  }

  @Test
  void timesOutsideOfTheirTypeAreBad() {
    Thing thing = new Thing();
    for (Instant bad :
        List.of(Instant.MAX, Instant.MIN, Instant.parse("+999999-01-01T00:00:00Z"))) {
      thing.at = bad;
      assertTrue(
          problem(thing, "at", SqlType.TIMESTAMP_WITH_TIME_ZONE).startsWith("column \"at\": "));
    }
  }

  @Test
  void aChangeOfOtherColumnsKeepsWhatColumnsDoNotShow() {
    Thing thing = new Thing();
    thing.at = Instant.parse("2024-01-02T03:04:05.123456789Z");
    thing.zoned = OffsetDateTime.parse("2024-01-02T03:04:05+02:00");
    thing.price = new BigDecimal("1.5");
    SqlType instant = SqlType.TIMESTAMP_WITH_TIME_ZONE;
    SqlType decimal = SqlType.numeric(9, 3);
    Object shown = read(thing, "at", instant);
    assertEquals(OffsetDateTime.parse("2024-01-02T03:04:05.123456Z"), shown);
    assertEquals(thing.at, change(thing, "at", instant, shown).at);
    assertEquals(thing.zoned, change(thing, "zoned", instant, read(thing, "zoned", instant)).zoned);
    Thing same = change(thing, "price", decimal, read(thing, "price", decimal));
    assertEquals(new BigDecimal("1.5"), same.price);
    Thing later = change(thing, "at", instant, OffsetDateTime.parse("2024-01-02T00:00:00Z"));
    assertEquals(Instant.parse("2024-01-02T00:00:00Z"), later.at);
    assertEquals("as made", later.text);
  }

  @Test
  void collectionsAreJson() {
    Thing thing = new Thing();
    Person.Card card = new Person.Card();
    card.note = "\"n\"\n";
    thing.list =
        new ArrayList<>(
            Arrays.asList(
                1,
                null,
                2.5,
                true,
                'c',
                "\\\ud83c\udf0d\ud83c",
                Person.Level.HIGH,
                card,
                new byte[] {1, 2},
                Double.NaN,
                new int[][] {{1}, {}},
                List.of(),
                new Person.Address("Rome", 5, null),
                Instant.EPOCH,
                Optional.of(7)));
    assertEquals(
        "[1,null,2.5,true,\"c\",\"\\\\\ud83c\udf0d\\ud83c\",\"HIGH\",{\"note\":\"\\\"n\\\"\\u000a\","
            + "\"number\":\"none\",\"valid\":false},\"AQI=\",\"NaN\",[[1],[]],[],"
            + "{\"city\":\"Rome\",\"zip\":5,\"country\":null},\"1970-01-01T00:00:00Z\",7]",
        read(thing, "list", SqlType.TEXT));
    thing.map = new LinkedHashMap<>();
    thing.map.put(Person.Level.HIGH, new HashMap<>());
    thing.map.put(5, null);
    assertEquals("{\"HIGH\":{},\"5\":null}", read(thing, "map", SqlType.TEXT));
    thing.flags = new boolean[] {true, false};
    assertEquals("[true,false]", read(thing, "flags", SqlType.TEXT));
    thing.list.add(thing.list);
    assertEquals(
        "column \"list\": it is nested more than 64 deep", problem(thing, "list", SqlType.TEXT));
  }

  @Test
  void collectionsAreOnlyRead() {
    Thing thing = new Thing();
    thing.list = List.of(1);
    assertEquals(List.of(1), change(thing, "list", SqlType.TEXT, "[1]").list);
    String only = "field \"list\" is JSON, which is only read";
    assertEquals(only, refusal(() -> change(thing, "list", SqlType.TEXT, "[2]")));
    assertEquals(only, refusal(() -> change(thing, "list", SqlType.TEXT, null)));
    ValueWriter writer = map(field("list", SqlType.TEXT)).newWriter();
    ColumnVector[] full = {column(SqlType.TEXT, "[]")};
    assertEquals(only, refusal(() -> writer.write(full, 0, new ByteBuilder())));
    ByteBuilder target = new ByteBuilder();
    writer.write(new ColumnVector[] {column(SqlType.TEXT, null)}, 0, target);
    assertNull(things.deserialize(target.bytes(), 0, target.length()).list);
  }

  @Test
  void pathsLeadThroughOptionalsAndNulls() {
    Thing thing = new Thing();
    assertNull(read(thing, "address.country.code", SqlType.TEXT));
    thing.address = Optional.of(new Person.Address("Rome", 5, new Person.Country("it")));
    assertEquals("it", read(thing, "address.country.code", SqlType.TEXT));
    Thing moved = change(thing, "address.city", SqlType.TEXT, "Bari");
    assertEquals(
        Optional.of(new Person.Address("Bari", 5, new Person.Country("it"))), moved.address);
    Thing made = change(new Thing(), "address.country.code", SqlType.TEXT, "fr");
    assertEquals(
        Optional.of(new Person.Address(null, null, new Person.Country("fr"))), made.address);
    Thing without = change(thing, "address.city", SqlType.TEXT, null);
    assertEquals(
        Optional.of(new Person.Address(null, 5, new Person.Country("it"))), without.address);
  }

  @Test
  void failingGettersAreBadRows() {
    Thing thing = new Thing();
    thing.fragile = new Fragile();
    thing.fragile.number = -1;
    String problem = problem(thing, "fragile.twice", SqlType.INTEGER);
    assertTrue(problem.contains("field \"twice\" cannot be read"), problem);
    assertTrue(problem.contains("below zero"), problem);
  }

  @Test
  void refusesNullsForPrimitivesAndPropertiesWithoutSetter() {
    Thing thing = new Thing();
    thing.fragile = new Fragile();
    assertEquals(
        "field \"small\" is of byte and cannot be NULL",
        refusal(() -> change(thing, "small", SqlType.TINYINT, null)));
    assertEquals(
        "field \"small\": 300 is no Byte",
        refusal(() -> change(thing, "small", SqlType.INTEGER, 300)));
    assertEquals(
        "field \"twice\" cannot be written: it has no setter",
        refusal(() -> change(thing, "fragile.twice", SqlType.INTEGER, 6)));
  }

  @Test
  void deserializesSelectedRowsOnce() {
    ValueField[] fields = {field("text", SqlType.TEXT), field("small", SqlType.TINYINT)};
    ValueBlock block = new ValueBlock();
    for (int row = 0; row < 10; row++) {
      block.add(bytes(new Thing()));
    }
    Selection some = new Selection(2);
    some.startPositions(2)[0] = 3;
    some.positions()[1] = 7;
    some.setCount(2);
    block.read(map(fields), List.of(fields), some, new TreeMap<>());
    assertEquals(2, things.reads);
  }

  @Test
  void unchangedObjectsKeepTheirBytes() {
    byte[] old = bytes(new Thing());
    ByteBuilder target = new ByteBuilder();
    ColumnVector[] same = {column(SqlType.TEXT, "as made")};
    map(field("text", SqlType.TEXT)).newWriter().rewrite(same, 0, old, 0, old.length, target);
    assertArrayEquals(old, target.toByteArray());
  }
}
