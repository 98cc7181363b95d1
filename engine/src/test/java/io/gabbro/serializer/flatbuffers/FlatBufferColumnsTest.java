package io.gabbro.serializer.flatbuffers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.serializer.FixedPlace;
import io.gabbro.serializer.ValueField;
import io.gabbro.type.SqlType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which columns fields can have. */
class FlatBufferColumnsTest {
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
