package io.gabbro.serializer.flatbuffers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.serializer.MappingOptions;
import io.gabbro.serializer.ValueField;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FlatBufferTableSerializerTest {
  private static final FlatBufferTableSerializer SERIALIZER = new FlatBufferTableSerializer();

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
    SchemaText empty = new SchemaText().table("T0");
    for (int level = 1; level < 40; level++) {
      empty.table("T" + level, "l:T" + (level - 1), "r:T" + (level - 1));
    }
    for (SchemaText schema : List.of(wide, empty)) {
      assertEquals(
          "the schema has more than 1600 fields; list the columns of the table",
          refused(() -> Monsters.fields(schema.compile("T39"))));
    }
  }
}
