package io.gabbro.serializer.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.serializer.MappingOptions;
import io.gabbro.serializer.TableSerializer;
import io.gabbro.serializer.ValueField;
import io.gabbro.serializer.ValueMapping;
import io.gabbro.type.SqlType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How columns find properties, and which types they may have. */
class ObjectTableSerializerTest {
  private static final TableSerializer TABLES =
      new ObjectTableSerializer("fory", List.of("class"), options -> ObjectMappingTest.PERSONS);

  private static final Map<String, SqlType> TYPES =
      Map.ofEntries(
          Map.entry("boolean", SqlType.BOOLEAN),
          Map.entry("tinyint", SqlType.TINYINT),
          Map.entry("smallint", SqlType.SMALLINT),
          Map.entry("integer", SqlType.INTEGER),
          Map.entry("bigint", SqlType.BIGINT),
          Map.entry("real", SqlType.REAL),
          Map.entry("double", SqlType.DOUBLE),
          Map.entry("numeric3", SqlType.numeric(5, 2)),
          Map.entry("numeric19", SqlType.numeric(20, 1)),
          Map.entry("text", SqlType.TEXT),
          Map.entry("varchar3", SqlType.varchar(3)),
          Map.entry("varchar4", SqlType.varchar(4)),
          Map.entry("bytea", SqlType.BYTEA),
          Map.entry("uuid", SqlType.UUID),
          Map.entry("date", SqlType.DATE),
          Map.entry("time", SqlType.TIME),
          Map.entry("timestamp", SqlType.TIMESTAMP),
          Map.entry("instant", SqlType.TIMESTAMP_WITH_TIME_ZONE));

  private static ValueMapping map(String path, SqlType type) {
    return TABLES.map(
        List.of(new ValueField("c", type, path, Optional.empty())), MappingOptions.none());
  }

  private static GabbroException refused(String path, SqlType type) {
    GabbroException e = assertThrows(GabbroException.class, () -> map(path, type));
    assertEquals(ErrorCode.INVALID_TABLE_DEFINITION, e.code());
    return e;
  }

  @Test
  void listsAllPropertiesWithTheirTypes() {
    assertEquals(
        """
        id bigint
        active boolean
        tiny tinyint
        small smallint
        size integer
        ratio real
        revenue double precision
        initial text
        rank integer
        known boolean
        balance numeric(38,10)
        points numeric(38,0)
        first_name text firstName
        photo bytea
        token uuid
        born date
        wakes time
        seen timestamp
        created timestamp with time zone
        updated timestamp with time zone
        exported timestamp with time zone
        level text
        mail text
        home_city text home.city
        home_zip integer home.zip
        home_country_code text home.country.code
        card_note text card.note
        card_number text card.number
        card_valid boolean card.valid
        tags text
        scores text
        numbers text""",
        TABLES.fields(MappingOptions.none()).stream()
            .map(
                field ->
                    field.name()
                        + " "
                        + field.type()
                        + (field.path().equals(field.name()) ? "" : " " + field.path()))
            .collect(Collectors.joining("\n")));
  }

  /** For each property all types that hold its values. */
  @ParameterizedTest
  @CsvSource({
    "active, boolean",
    "tiny, tinyint smallint integer bigint real double numeric3 numeric19",
    "small, smallint integer bigint real double numeric19",
    "size, integer bigint double numeric19",
    "rank, integer bigint double numeric19",
    "id, bigint numeric19",
    "ratio, real double",
    "revenue, double",
    "initial, text varchar3 varchar4",
    "level, text varchar4",
    "firstName, text",
    "mail, text",
    "balance, numeric3 numeric19 text",
    "points, numeric3 numeric19 text",
    "photo, bytea",
    "token, uuid",
    "born, date",
    "wakes, time",
    "seen, timestamp",
    "created, instant",
    "updated, instant",
    "exported, instant",
    "tags, text",
    "home.country.code, text",
    "parent.parent.size, integer bigint double numeric19"
  })
  void columnsHoldEveryValue(String path, String fitting) {
    List<String> fits = List.of(fitting.split(" "));
    TYPES.forEach(
        (name, type) -> {
          if (fits.contains(name)) {
            map(path, type);
          } else {
            GabbroException e = refused(path, type);
            assertTrue(e.getMessage().contains(": what fits is "), e.getMessage());
          }
        });
  }

  @Test
  void tellsWhatFits() {
    assertEquals(
        "column \"c\" of type smallint does not hold every value of field \"size\" of int: what fits"
            + " is integers from integer or numeric(10,0)",
        refused("size", SqlType.SMALLINT).getMessage());
  }

  @Test
  void findsPropertiesByColumnNames() {
    map("first_name", SqlType.TEXT);
    map("FIRSTNAME", SqlType.TEXT);
    assertEquals(
        Optional.of("did you mean \"firstName\"?"), refused("frstName", SqlType.TEXT).hint());
    assertEquals(
        "io.gabbro.serializer.object.Person$Address has no field \"street\"",
        refused("home.street", SqlType.TEXT).getMessage().replace("Person.", "Person$"));
  }

  @Test
  void refusesWhatIsNoColumn() {
    assertEquals(
        "field \"anything\" is of java.lang.Object, which is no column",
        refused("anything", SqlType.TEXT).getMessage());
    assertEquals(
        Optional.of("name a field of it, such as home.city"), refused("home", SqlType.TEXT).hint());
    assertNull(refused("anything", SqlType.TEXT).hint().orElse(null));
  }

  @Test
  void refusesTwoColumnsOfOneProperty() {
    ValueField first = new ValueField("a", SqlType.INTEGER, "size", Optional.empty());
    ValueField second = new ValueField("b", SqlType.BIGINT, "size", Optional.empty());
    GabbroException e =
        assertThrows(
            GabbroException.class, () -> TABLES.map(List.of(first, second), MappingOptions.none()));
    assertEquals(
        "column \"b\" shows the field \"size\", which another column shows", e.getMessage());
  }

  @Test
  void refusesUnknownOptions() {
    MappingOptions options = new MappingOptions(Map.of("clas", "x"));
    GabbroException e = assertThrows(GabbroException.class, () -> TABLES.fields(options));
    assertEquals(Optional.of("did you mean \"class\"?"), e.hint());
  }
}
