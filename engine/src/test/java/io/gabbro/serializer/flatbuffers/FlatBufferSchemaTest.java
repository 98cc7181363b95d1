package io.gabbro.serializer.flatbuffers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FlatBufferSchemaTest {
  private final long seed = Long.getLong("tests.seed", System.nanoTime());

  @Test
  void knowsTablesStructsEnumsAndUnions() {
    FlatBufferSchema schema = FlatBufferSchema.parse(Monsters.SCHEMA);
    SchemaObject monster = schema.root(Optional.empty());
    assertEquals("game.Monster", monster.name());
    assertEquals(30, monster.fields().size());
    SchemaField mana = monster.byName().get("mana");
    assertEquals(
        new SchemaField(
            "mana",
            new FieldType(BaseType.SHORT, BaseType.NONE, -1, 0),
            1,
            6,
            150,
            false,
            false,
            false,
            false),
        mana);
    assertTrue(monster.byName().get("old").deprecated());
    assertTrue(monster.byName().get("level").optional());
    assertFalse(monster.byName().get("name").optional());
    assertEquals(0.5, Double.longBitsToDouble(monster.byName().get("ratio").defaultBits()));
    SchemaObject box = schema.object(monster.byName().get("box").type());
    assertEquals(List.of(0, 4, 16, 24), box.fields().stream().map(SchemaField::offset).toList());
    assertEquals(32, box.byteSize());
    assertEquals(8, box.alignment());
    SchemaEnum color = schema.enumOf(monster.byName().get("color").type());
    assertEquals("Red", color.value(-1).name());
    assertEquals(BaseType.BYTE, color.underlying());
    SchemaEnum equipment = schema.enumOf(monster.byName().get("equipped").type());
    assertTrue(equipment.isUnion());
    assertEquals(BaseType.STRING, equipment.value(4).member().base());
  }

  @Test
  void knowsKeysRequiredFieldsAndTheFileIdentifier() {
    FlatBufferSchema schema =
        FlatBufferSchema.parse(
            new SchemaText().table("T", "a:string required key").compile("T", "TEST"));
    SchemaField field = schema.root(Optional.empty()).fields().get(0);
    assertTrue(field.required());
    assertTrue(field.key());
    assertEquals(Optional.of("TEST"), schema.fileIdentifier());
  }

  private static String refused(byte[] bytes) {
    GabbroException e = assertThrows(GabbroException.class, () -> FlatBufferSchema.parse(bytes));
    assertEquals(ErrorCode.INVALID_TABLE_DEFINITION, e.code());
    return e.getMessage();
  }

  @Test
  void refusesSchemasThatDoNotFit() {
    assertEquals("the schema is no binary schema of FlatBuffers", refused(new byte[0]));
    assertEquals("the schema is no binary schema of FlatBuffers", refused(MonsterBytes.full()));
    assertEquals(
        "the schema is damaged: T.u is of no union",
        refused(new SchemaText().enumOf("E", "ubyte", "A=0").table("T", "u:union").compile("T")));
    assertEquals(
        "the schema is damaged: T.v is a field of vector64",
        refused(new SchemaText().table("T", "v:vector64").compile("T")));
    assertEquals(
        "the schema is damaged: T.v is a field of array",
        refused(new SchemaText().table("T", "v:[int:3]").compile("T")));
    assertEquals(
        "the schema is damaged: its file_identifier is not four characters",
        refused(new SchemaText().table("T", "v:int").compile("T", "TOO LONG")));
    assertEquals(
        "the schema is damaged: S.s is of string",
        refused(new SchemaText().struct("S", "s:string").compile("")));
    assertEquals(
        "the schema is damaged: S.t is no struct",
        refused(new SchemaText().table("T").struct("S", "t:T").compile("")));
  }

  @Test
  void damagedSchemasAreErrorsOfTheTable() {
    Random random = new Random(seed);
    byte[] original = Monsters.SCHEMA;
    int refused = 0;
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = Mutations.of(original, original, random);
      // Most changes would else only hit the identifier or the root.
      System.arraycopy(original, 0, bytes, 0, Math.min(8, bytes.length));
      try {
        assertTimeout(Duration.ofSeconds(10), () -> FlatBufferSchema.parse(bytes));
      } catch (GabbroException e) {
        assertEquals(ErrorCode.INVALID_TABLE_DEFINITION, e.code());
        refused++;
      } catch (RuntimeException e) {
        fail("-Dtests.seed=" + seed + ", round " + round, e);
      }
    }
    assertTrue(refused > 1000, "only " + refused + " of the schemas were refused");
  }
}
