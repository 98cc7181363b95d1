package io.gabbro.serializer.flatbuffers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.serializer.FixedPlace;
import io.gabbro.serializer.MappingOptions;
import io.gabbro.serializer.ValueField;
import io.gabbro.type.SqlType;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlatBufferTableSerializerTest {
  private static final FlatBufferTableSerializer SERIALIZER = new FlatBufferTableSerializer();
  private static final Map<String, SqlType> TYPES = new LinkedHashMap<>();

  static {
    List.of(
            SqlType.BOOLEAN,
            SqlType.TINYINT,
            SqlType.SMALLINT,
            SqlType.INTEGER,
            SqlType.BIGINT,
            SqlType.REAL,
            SqlType.DOUBLE,
            SqlType.TEXT,
            SqlType.BYTEA,
            SqlType.DATE,
            SqlType.TIMESTAMP,
            SqlType.UUID,
            SqlType.varchar(10),
            SqlType.character(10),
            SqlType.varbinary(10))
        .forEach(type -> TYPES.put(type.toString(), type));
  }

  private static SqlType type(String text) {
    if (text.startsWith("numeric")) {
      String[] arguments = text.substring("numeric(".length(), text.length() - 1).split(",");
      return SqlType.numeric(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
    }
    return TYPES.get(text);
  }

  private static String refused(Runnable action) {
    GabbroException e = assertThrows(GabbroException.class, action::run);
    assertEquals(ErrorCode.INVALID_TABLE_DEFINITION, e.code());
    return e.getMessage() + e.hint().map(hint -> " (" + hint + ")").orElse("");
  }

  @Test
  void keepsTheBytesOfTheSchemaFile() {
    MappingOptions options = new MappingOptions(new LinkedHashMap<>(Map.of("schema", "a/b.bfbs")));
    MappingOptions resolved =
        SERIALIZER.resolve(
            options,
            path -> {
              assertEquals("a/b.bfbs", path);
              return Monsters.SCHEMA;
            });
    assertEquals(
        Map.of("schema_base64", Base64.getEncoder().encodeToString(Monsters.SCHEMA)),
        resolved.all());
    assertEquals(
        resolved,
        SERIALIZER.resolve(
            resolved,
            path -> {
              throw new AssertionError(path);
            }));
    assertEquals("flatbuffers", SERIALIZER.name());
  }

  @Test
  void refusesOptions() {
    assertEquals(
        "option \"schema\" is missing: OPTIONS (schema '…')",
        refused(() -> SERIALIZER.resolve(MappingOptions.none(), path -> new byte[0])));
    assertEquals(
        "options \"schema\" and \"schema_base64\" exclude each other",
        refused(
            () ->
                SERIALIZER.resolve(
                    Monsters.options(Monsters.SCHEMA, "schema", "x"), path -> new byte[0])));
    assertEquals(
        "the schema is no binary schema of FlatBuffers"
            + " (flatc -b --schema writes one as a .bfbs file)",
        refused(
            () ->
                SERIALIZER.resolve(
                    new MappingOptions(Map.of("schema", "x")),
                    path -> "table T {}".getBytes(java.nio.charset.StandardCharsets.UTF_8))));
    assertEquals(
        "option \"schema_base64\" is not Base64",
        refused(() -> SERIALIZER.fields(new MappingOptions(Map.of("schema_base64", "?")))));
    assertEquals(
        "there is no option \"verfy\" (did you mean \"verify\"?)",
        refused(() -> Monsters.fields(Monsters.SCHEMA, "verfy", "read")));
    assertEquals(
        "option \"verify\" is one of insert, read, none, not always",
        refused(() -> Monsters.fields(Monsters.SCHEMA, "verify", "always")));
    assertEquals(
        "option \"enums\" is one of names, numbers, not x",
        refused(() -> Monsters.fields(Monsters.SCHEMA, "enums", "x")));
    assertEquals(
        "option \"vectors\" is one of json, length, not x",
        refused(() -> Monsters.fields(Monsters.SCHEMA, "vectors", "x")));
  }

  @Test
  void findsTheRoot() {
    assertEquals(2, Monsters.fields(Monsters.SCHEMA, "root", "game.Weapon").size());
    assertEquals(2, Monsters.fields(Monsters.SCHEMA, "root", "Weapon").size());
    assertEquals(
        "the schema has no table \"Vec3\"; its tables are game.Monster, game.Shield, game.Weapon",
        refused(() -> Monsters.fields(Monsters.SCHEMA, "root", "Vec3")));
    byte[] several = new SchemaText().table("a.T", "x:int").table("b.T", "x:int").compile("");
    assertEquals(
        "the schema has more than one table \"T\"; its tables are a.T, b.T",
        refused(() -> Monsters.fields(several, "root", "T")));
    assertEquals(
        "the schema has no root_type: name one by OPTIONS (root '…'), one of a.T, b.T",
        refused(() -> Monsters.fields(several)));
  }

  @Test
  void listsFieldsWithTheirTypesAndPaths() {
    StringBuilder shown = new StringBuilder();
    for (ValueField field : Monsters.fields(Monsters.SCHEMA)) {
      shown.append(field.name()).append(' ').append(field.type()).append(' ').append(field.path());
      shown.append('\n');
    }
    assertEquals(
        """
        pos_x real pos.x
        pos_y real pos.y
        pos_z real pos.z
        mana smallint mana
        hp smallint hp
        name text name
        inventory text inventory
        color text color
        weapons text weapons
        weapon_name text weapon.name
        weapon_damage smallint weapon.damage
        equipped_type text equipped_type
        path text path
        names text names
        scores text scores
        colors text colors
        friendly boolean friendly
        level integer level
        big numeric(20,0) big
        small tinyint small
        wide integer wide
        count bigint count
        total bigint total
        ratio double precision ratio
        speed real speed
        box_id smallint box.id
        box_low_x real box.low.x
        box_low_y real box.low.y
        box_low_z real box.low.z
        box_corners text box.corners
        box_volume double precision box.volume
        loot_type text loot_type
        loot text loot
        ratios text ratios
        flags text flags
        """,
        shown.toString());
  }

  @Test
  void namesColumnsAsSqlDoesAndStopsAtCycles() {
    byte[] schema =
        new SchemaText()
            .table("Node", "lastLogin:int", "next:Node", "leaf:Leaf", "self:Twin")
            .table("Leaf", "HTTPCode:int", "parent:Node")
            .table("Twin", "leaf:Leaf")
            .compile("Node");
    assertEquals(
        List.of("last_login", "leaf_http_code", "self_leaf_http_code"),
        Monsters.fields(schema).stream().map(ValueField::name).toList());
  }

  @Test
  void refusesListsOfFieldsThatAreNoTable() {
    byte[] same = new SchemaText().struct("P", "x:int").table("T", "p_x:int", "p:P").compile("T");
    assertEquals(
        "two fields would be the column \"p_x\"; list the columns of the table",
        refused(() -> Monsters.fields(same)));
    SchemaText wide = new SchemaText().table("T0", "a:int", "b:int");
    for (int level = 1; level < 40; level++) {
      wide.table("T" + level, "l:T" + (level - 1), "r:T" + (level - 1));
    }
    assertEquals(
        "the schema has more than 1600 fields; list the columns of the table",
        refused(() -> Monsters.fields(wide.compile("T39"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "friendly  | smallint     | bool       | boolean",
        "small     | boolean      | byte       | tinyint or wider",
        "small     | numeric(4,2) | byte       | tinyint or wider",
        "wide      | smallint     | ushort     | integer or wider",
        "mana      | tinyint      | short      | smallint or wider",
        "level     | smallint     | int        | integer or wider",
        "level     | numeric(9,0) | int        | integer or wider",
        "level     | real         | int        | integer or wider",
        "count     | integer      | uint       | bigint",
        "total     | integer      | long       | bigint",
        "total     | timestamp    | long       | bigint",
        "big       | bigint       | ulong      | numeric with at least 20 digits in front of the point",
        "big       | numeric(21,2)| ulong      | numeric with at least 20 digits in front of the point",
        "speed     | integer      | float      | real or double precision",
        "ratio     | real         | double     | double precision",
        "name      | varchar(10)  | string     | text",
        "name      | char(10)     | string     | text",
        "name      | bytea        | string     | text",
        "color     | tinyint      | game.Color | text",
        "equipped_type | smallint | game.Equipment | text",
        "scores    | bytea        | [long]     | text",
        "scores    | integer      | [long]     | text",
        "inventory | varbinary(10)| [ubyte]    | text or bytea",
        "box.corners | bytea      | [short:3]  | text",
        "weapon    | integer      | Weapon     | text",
        "pos       | bytea        | Vec3       | text",
        "box.id    | tinyint      | ubyte      | smallint or wider",
      })
  void refusesTypesThatDoNotHoldAllValues(String path, String column, String field, String needed) {
    assertEquals(
        "column \"%s\" has type %s, but field %s is of type %s, which needs %s"
            .formatted(path.replace('.', '_'), column, path, field, needed),
        refused(() -> Monsters.map(Monsters.SCHEMA, List.of(Monsters.field(path, type(column))))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "color     | smallint     | enums   | numbers",
        "color     | numeric(3,0) | enums   | numbers",
        "equipped_type | integer  | enums   | numbers",
        "scores    | integer      | vectors | length",
        "scores    | bigint       | vectors | length",
        "inventory | bytea        | vectors | length",
        "small     | numeric(5,2) | vectors | json",
        "level     | numeric(10,0)| vectors | json",
        "speed     | double precision | vectors | json",
      })
  void takesOtherTypesThatHoldAllValues(String path, String type, String option, String text) {
    Monsters.map(Monsters.SCHEMA, List.of(Monsters.field(path, type(type))), option, text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mane        | Monster has no field \"mane\" (did you mean \"mana\"?)",
        "pos.w       | Vec3 has no field \"w\" (did you mean \"x\"?)",
        "hp.x        | \"hp.x\": hp has no fields",
        "equipped    | equipped is a union: name a field of one of its members, such as equipped.Member.field; they are NONE, Weapon, Shield, Vec3, string",
        "equipped.Weapon | \"equipped.Weapon\" must name a field of a table in the union game.Equipment",
        "equipped.Vec3.x | \"equipped.Vec3.x\" must name a field of a table in the union game.Equipment",
        "equipped.Wepon.name | game.Equipment has no field \"Wepon\" (did you mean \"Weapon\"?)",
      })
  void refusesPaths(String path, String message) {
    assertEquals(
        message,
        refused(() -> Monsters.map(Monsters.SCHEMA, List.of(Monsters.field(path, SqlType.TEXT)))));
  }

  @Test
  void refusesColumnsThatOverlapAndPlaces() {
    assertEquals(
        "columns \"pos_x\" and \"pos\" overlap: they map pos.x and pos",
        refused(
            () ->
                Monsters.map(
                    Monsters.SCHEMA,
                    List.of(
                        Monsters.field("pos.x", SqlType.REAL),
                        Monsters.field("pos", SqlType.TEXT)))));
    ValueField placed =
        new ValueField("hp", SqlType.INTEGER, "hp", Optional.of(new FixedPlace(4, true)));
    assertEquals(
        "column \"hp\" names a place, but FlatBuffers have fields",
        refused(() -> Monsters.map(Monsters.SCHEMA, List.of(placed))));
  }
}
