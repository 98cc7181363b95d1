package io.gabbro.serializer.flatbuffers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.serializer.ValueField;
import io.gabbro.serializer.ValueMapping;
import io.gabbro.type.SqlType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlatBufferWriterTest {
  private static final List<ValueField> FIELDS =
      List.of(
          Monsters.field("name", SqlType.TEXT),
          Monsters.field("pos.x", SqlType.REAL),
          Monsters.field("pos.y", SqlType.REAL),
          Monsters.field("pos.z", SqlType.REAL),
          Monsters.field("hp", SqlType.INTEGER),
          Monsters.field("color", SqlType.TEXT),
          Monsters.field("level", SqlType.INTEGER),
          Monsters.field("inventory", SqlType.BYTEA),
          Monsters.field("weapon.name", SqlType.TEXT),
          Monsters.field("weapon.damage", SqlType.SMALLINT),
          Monsters.field("names", SqlType.TEXT),
          Monsters.field("scores", SqlType.TEXT));
  private static final ValueMapping MAPPING = Monsters.map(Monsters.SCHEMA, FIELDS);

  private static List<Object> row(Object... values) {
    return Arrays.asList(values);
  }

  private static final List<Object> FULL =
      row("orc", 1f, 2f, 3f, 80, "Red", 0, new byte[] {7}, "axe", (short) 7, "[\"x\"]", "[1,-2]");
  private static final List<Object> EMPTY =
      row(null, null, null, null, 100, "Blue", null, null, null, null, null, null);

  /** What is written must never change: values with equal columns are equal bytes. */
  @Test
  void writesTheseBytes() {
    assertEquals(
        "3000000000000000000026002c002000000006001c00000018000500000014000000000000001000"
            + "0c000000000008002600000000ff5000000000002000000034000000440000005000000054000000"
            + "0000803f0000004000004040020000000100000000000000feffffffffffffff0000000001000000"
            + "04000000010000007800060008000400060000000400000003000000617865000100000007000000"
            + "030000006f726300",
        HexFormat.of().formatHex(Monsters.write(MAPPING, FIELDS, FULL)));
    assertEquals(
        "080000000400040004000000",
        HexFormat.of().formatHex(Monsters.write(MAPPING, FIELDS, EMPTY)));
  }

  @Test
  void readsWhatItWrites() {
    for (List<Object> row : List.of(FULL, EMPTY)) {
      byte[] bytes = Monsters.write(MAPPING, FIELDS, row);
      MAPPING.check(bytes, 0, bytes.length);
      assertEquals(shown(row), shown(Monsters.read(MAPPING, FIELDS, bytes)));
    }
  }

  private static String shown(List<Object> row) {
    List<Object> shown = new ArrayList<>();
    row.forEach(value -> shown.add(value instanceof byte[] bytes ? Arrays.toString(bytes) : value));
    return shown.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4 | -      | column \"hp\" of field hp cannot be NULL: the field is not optional",
        "1 | -      | column \"pos_x\" of field pos.x cannot be NULL when others of pos are not",
        "9 | -      | column \"weapon_damage\" of field weapon.damage cannot be NULL: the field is not optional",
        "4 | 32768  | column \"hp\" of field hp cannot hold 32768: the field is of type short",
        "5 | Pink   | column \"color\" of field color cannot hold 'Pink': the values of game.Color are Red, Green, Blue",
        "5 | 5      | column \"color\" of field color cannot hold '5': the values of game.Color are Red, Green, Blue",
        "5 | 128    | column \"color\" of field color cannot hold '128': the values of game.Color are Red, Green, Blue",
        "10 | [1]   | column \"names\" of field names needs a JSON array of string: an element is no string",
        "10 | {}    | column \"names\" of field names needs a JSON array of string: '[' is missing at byte 1",
        "11 | [1.5] | column \"scores\" of field scores needs a JSON array of long: For input string: \"1.5\"",
        "11 | [1    | column \"scores\" of field scores needs a JSON array of long: ']' is missing at byte 3",
      })
  void refuses(int column, String value, String message) {
    List<Object> row = new ArrayList<>(FULL);
    row.set(
        column, value.equals("-") ? null : column == 4 ? (Object) Integer.valueOf(value) : value);
    GabbroException e =
        assertThrows(GabbroException.class, () -> Monsters.write(MAPPING, FIELDS, row));
    assertEquals(message, e.getMessage());
    assertEquals(ErrorCode.SERIALIZATION, e.code());
  }

  @Test
  void numbersOfAnEnumThatHaveNoName() {
    List<ValueField> fields = List.of(Monsters.field("color", SqlType.TEXT));
    ValueMapping mapping = Monsters.map(Monsters.SCHEMA, fields);
    byte[] bytes = Monsters.write(mapping, fields, List.of("77"));
    assertEquals(List.of("77"), Monsters.read(mapping, fields, bytes));
  }

  @Test
  void aWriterGoesOnAfterAnError() {
    List<Object> bad = new ArrayList<>(FULL);
    bad.set(9, null);
    var writer = MAPPING.newWriter();
    var target = new io.gabbro.bytes.ByteBuilder();
    assertThrows(
        GabbroException.class, () -> writer.write(Monsters.columns(FIELDS, bad), 0, target));
    assertEquals(0, target.length());
    writer.write(Monsters.columns(FIELDS, FULL), 0, target);
    assertEquals(
        HexFormat.of().formatHex(Monsters.write(MAPPING, FIELDS, FULL)),
        HexFormat.of().formatHex(target.toByteArray()));
  }

  @Test
  void columnsThatCanOnlyBeReadMustBeNull() {
    for (String path : List.of("weapons", "weapon", "loot", "equipped_type", "box.corners")) {
      List<ValueField> fields = List.of(Monsters.field(path, SqlType.TEXT));
      ValueMapping mapping = Monsters.map(Monsters.SCHEMA, fields);
      byte[] bytes = Monsters.write(mapping, fields, row((Object) null));
      assertEquals(row((Object) null), Monsters.read(mapping, fields, bytes));
      GabbroException e =
          assertThrows(GabbroException.class, () -> Monsters.write(mapping, fields, List.of("[]")));
      assertEquals(
          "column \""
              + path.replace('.', '_')
              + "\" of field "
              + path
              + " cannot be written: it can only be read",
          e.getMessage());
    }
  }

  @Test
  void aRequiredFieldMustBeThere() {
    byte[] schema = new SchemaText().table("T", "a:int", "b:string required").compile("T");
    List<ValueField> fields = List.of(Monsters.field("a", SqlType.INTEGER));
    ValueMapping mapping = Monsters.map(schema, fields);
    GabbroException e =
        assertThrows(GabbroException.class, () -> Monsters.write(mapping, fields, List.of(1)));
    assertEquals("field T.b is required", e.getMessage());
  }

  @Test
  void writesTheFileIdentifierOfTheSchema() {
    byte[] schema = new SchemaText().table("T", "a:int").compile("T", "ABCD");
    List<ValueField> fields = List.of(Monsters.field("a", SqlType.INTEGER));
    byte[] bytes = Monsters.write(Monsters.map(schema, fields), fields, List.of(1));
    assertEquals("ABCD", new String(bytes, 4, 4, java.nio.charset.StandardCharsets.US_ASCII));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "speed     | double  | 0.1     | cannot hold 0.1: the field is of type float",
        "speed     | double  | 1e300   | cannot hold 1.0E300: the field is of type float",
        "level     | numeric | 1.5     | cannot hold 1.50: the field is of type int",
        "level     | numeric | 2147483648 | cannot hold 2147483648: the field is of type int",
        "total     | numeric | 9223372036854775808 | cannot hold 9223372036854775808.00: the field is of type long",
        "big       | numeric | 18446744073709551616 | cannot hold 18446744073709551616.00: the field is of type ulong",
        "big       | numeric | -1      | cannot hold -1.00: the field is of type ulong",
        "inventory | text    | [256]   | needs a JSON array of ubyte: 256 is out of range",
        "inventory | text    | [-1]    | needs a JSON array of ubyte: -1 is out of range",
        "ratios    | text    | [1e39]  | needs a JSON array of float: 1e39 is out of range",
        "flags     | text    | [1]     | needs a JSON array of bool: there is an element of another type",
        "scores    | text    | [true]  | needs a JSON array of long: there is an element of another type",
        "colors    | text    | [\"Pink\"] | needs a JSON array of byte: there is an element of another type",
      })
  void refusesWhatWouldBeReadOtherwise(String path, String kind, String value, String message) {
    SqlType type =
        switch (kind) {
          case "double" -> SqlType.DOUBLE;
          case "numeric" -> SqlType.numeric(38, 2);
          default -> SqlType.TEXT;
        };
    Object written =
        switch (kind) {
          case "double" -> Double.valueOf(value);
          case "numeric" -> new java.math.BigDecimal(value);
          default -> value;
        };
    List<ValueField> fields = List.of(Monsters.field(path, type));
    ValueMapping mapping = Monsters.map(Monsters.SCHEMA, fields);
    GabbroException e =
        assertThrows(
            GabbroException.class, () -> Monsters.write(mapping, fields, List.of(written)));
    assertEquals("column \"" + path + "\" of field " + path + " " + message, e.getMessage());
    assertEquals(ErrorCode.SERIALIZATION, e.code());
  }

  @Test
  void writesAfterARewriteDoNotKeepAnything() {
    List<ValueField> fields = List.of(Monsters.field("scores", SqlType.TEXT));
    ValueMapping mapping = Monsters.map(Monsters.SCHEMA, fields);
    byte[] old = Monsters.write(mapping, fields, List.of("[1]"));
    var writer = mapping.newWriter();
    var target = new io.gabbro.bytes.ByteBuilder();
    var columns = Monsters.columns(fields, List.of("[1]"));
    writer.rewrite(columns, 0, old, 0, old.length, target);
    target.clear();
    writer.write(columns, 0, target);
    assertEquals(List.of("[1]"), Monsters.read(mapping, fields, target.toByteArray()));
  }
}
