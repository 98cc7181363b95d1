package io.gabbro.serializer.flatbuffers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.flatbuffers.FlatBufferBuilder;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.serializer.ValueField;
import io.gabbro.serializer.ValueMapping;
import io.gabbro.type.SqlType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A changed value keeps what no column covers. */
class FlatBufferRewriteTest {
  private static final List<ValueField> ALL = new ArrayList<>(Monsters.fields(Monsters.SCHEMA));

  static {
    ALL.add(Monsters.field("old", SqlType.INTEGER));
    ALL.add(Monsters.field("equipped.Shield.armor", SqlType.INTEGER));
    ALL.add(Monsters.field("equipped.Shield.owner.name", SqlType.TEXT));
  }

  private static final ValueMapping EVERYTHING = Monsters.map(Monsters.SCHEMA, ALL);

  private static Map<String, Object> all(byte[] value) {
    EVERYTHING.check(value, 0, value.length);
    List<Object> values = Monsters.read(EVERYTHING, ALL, value);
    Map<String, Object> byPath = new LinkedHashMap<>();
    for (int index = 0; index < ALL.size(); index++) {
      byPath.put(ALL.get(index).path(), values.get(index));
    }
    return byPath;
  }

  private static byte[] rewrite(byte[] old, List<ValueField> fields, Object... values) {
    return Monsters.rewrite(
        Monsters.map(Monsters.SCHEMA, fields), fields, Arrays.asList(values), old);
  }

  private static String refused(byte[] old, List<ValueField> fields, Object... values) {
    GabbroException e = assertThrows(GabbroException.class, () -> rewrite(old, fields, values));
    assertEquals(ErrorCode.SERIALIZATION, e.code());
    return e.getMessage();
  }

  @Test
  void keepsAllOtherFields() {
    byte[] changed =
        rewrite(
            MonsterBytes.full(),
            List.of(
                Monsters.field("hp", SqlType.SMALLINT),
                Monsters.field("pos.y", SqlType.REAL),
                Monsters.field("weapon.name", SqlType.TEXT),
                Monsters.field("level", SqlType.INTEGER),
                Monsters.field("scores", SqlType.TEXT)),
            (short) 1,
            9f,
            "lance",
            null,
            "[3]");
    Map<String, Object> expected = all(MonsterBytes.full());
    expected.put("hp", (short) 1);
    expected.put("pos.y", 9f);
    expected.put("weapon.name", "lance");
    expected.put("level", null);
    expected.put("scores", "[3]");
    assertEquals(expected, all(changed));
  }

  @Test
  void keepsAValueWithoutChanges() {
    byte[] full = MonsterBytes.full();
    List<Object> values = Monsters.read(EVERYTHING, ALL, full);
    byte[] same = Monsters.rewrite(EVERYTHING, ALL, values, full);
    assertEquals(all(full), all(same));
    assertTrue(same.length <= full.length + 32, () -> same.length + " of " + full.length);
  }

  @Test
  void aTableGoesWhenNothingIsLeftOfIt() {
    ValueField name = Monsters.field("weapon.name", SqlType.TEXT);
    ValueField damage = Monsters.field("weapon.damage", SqlType.SMALLINT);
    Map<String, Object> expected = all(MonsterBytes.full());
    expected.put("weapon.name", null);
    assertEquals(expected, all(rewrite(MonsterBytes.full(), List.of(name), (Object) null)));
    expected.put("weapon.damage", null);
    assertEquals(expected, all(rewrite(MonsterBytes.full(), List.of(name, damage), null, null)));
    assertEquals(
        "the old value cannot be kept: all columns of weapon are NULL, but it has other fields",
        refused(MonsterBytes.full(), List.of(damage), (Object) null));
  }

  @Test
  void aStructGoesWhenNothingIsLeftOfIt() {
    List<ValueField> pos = new ArrayList<>();
    for (String path : List.of("pos.x", "pos.y", "pos.z")) {
      pos.add(Monsters.field(path, SqlType.REAL));
    }
    Map<String, Object> expected = all(MonsterBytes.full());
    pos.forEach(field -> expected.put(field.path(), null));
    assertEquals(expected, all(rewrite(MonsterBytes.full(), pos, null, null, null)));
    assertEquals(
        "the old value cannot be kept: all columns of pos are NULL, but it has other fields",
        refused(MonsterBytes.full(), pos.subList(0, 2), null, null));
    assertEquals(0f, all(rewrite(MonsterBytes.empty(), pos.subList(0, 1), 2f)).get("pos.z"));
  }

  @Test
  void columnsThatCanOnlyBeReadMustStay() {
    List<ValueField> weapons = List.of(Monsters.field("weapons", SqlType.TEXT));
    String json = "[{\"name\":\"sword\",\"damage\":3},{\"name\":\"axe\",\"damage\":7}]";
    assertEquals(all(MonsterBytes.full()), all(rewrite(MonsterBytes.full(), weapons, json)));
    for (String other : Arrays.asList(null, "[]")) {
      assertEquals(
          "column \"weapons\" of field weapons cannot be written: it can only be read",
          refused(MonsterBytes.full(), weapons, other));
    }
  }

  @Test
  void refusesAnOldValueThatIsBad() {
    assertEquals(
        "the value is no Monster: it is cut off: 3 bytes",
        refused(new byte[3], List.of(Monsters.field("hp", SqlType.SMALLINT)), (short) 1));
  }

  @Test
  void refusesFieldsThatTheSchemaDoesNotKnow() {
    FlatBufferBuilder builder = new FlatBufferBuilder();
    builder.startTable(31);
    builder.addInt(30, 1, 0);
    builder.finish(builder.endTable());
    assertEquals(
        "the old value cannot be kept: it has fields that Monster of the schema does not have",
        refused(
            builder.sizedByteArray(), List.of(Monsters.field("hp", SqlType.SMALLINT)), (short) 1));
  }

  @Test
  void refusesMembersOfUnionsThatTheSchemaDoesNotKnow() {
    FlatBufferBuilder builder = new FlatBufferBuilder();
    int weapon = MonsterBytes.weapon(builder, "x", 1);
    builder.startTable(11);
    builder.addByte(9, (byte) 77, 0);
    builder.addOffset(10, weapon, 0);
    builder.finish(builder.endTable());
    assertEquals(
        "the old value cannot be kept: the schema does not know member 77 of game.Equipment",
        refused(
            builder.sizedByteArray(), List.of(Monsters.field("hp", SqlType.SMALLINT)), (short) 1));
  }

  private static final byte[] NODES =
      new SchemaText().table("Node", "id:int", "l:Node", "r:Node", "s:[string]").compile("Node");
  private static final List<ValueField> ID = List.of(Monsters.field("id", SqlType.INTEGER));

  /** A tree of which both sides of every node are the same, over strings that are the same. */
  private static byte[] nodes(int levels, int strings) {
    FlatBufferBuilder builder = new FlatBufferBuilder();
    int[] texts = new int[strings];
    Arrays.fill(texts, builder.createString("x".repeat(1000)));
    int leaves = builder.createVectorOfTables(texts);
    int node = 0;
    for (int level = 0; level < levels; level++) {
      builder.startTable(4);
      builder.addOffset(3, level == 0 ? leaves : 0, 0);
      builder.addOffset(2, node, 0);
      builder.addOffset(1, node, 0);
      node = builder.endTable();
    }
    builder.finish(node);
    return builder.sizedByteArray();
  }

  @Test
  void whatIsSharedStaysShared() {
    byte[] old = nodes(8, 1000);
    byte[] changed = Monsters.rewrite(Monsters.map(NODES, ID), ID, List.of(5), old);
    assertTrue(changed.length < old.length + 32, () -> changed.length + " of " + old.length);
  }

  @Test
  void refusesAValueThatSharesTooMuch() {
    GabbroException e =
        assertThrows(
            GabbroException.class,
            () -> Monsters.rewrite(Monsters.map(NODES, ID), ID, List.of(5), nodes(40, 1)));
    assertTrue(e.getMessage().endsWith("it has too many parts"), e.getMessage());
  }

  /** Strings of zeros, each of which starts within the one before it. */
  @Test
  void refusesAValueWhosePartsOverlap() {
    int strings = 100;
    FlatBufferBuilder builder = new FlatBufferBuilder();
    builder.startVector(4, 4 * strings, 4);
    for (int index = 4 * strings - 1; index >= 0; index--) {
      // Elements that are the lengths of strings which reach to the end of this vector.
      builder.addInt(Math.max(0, 4 * (4 * strings - index - 1) - 1));
    }
    int lengths = builder.endVector();
    int[] texts = new int[strings];
    Arrays.setAll(texts, index -> lengths - Integer.BYTES * (index + 1));
    int vector = builder.createVectorOfTables(texts);
    builder.startTable(4);
    builder.addOffset(3, vector, 0);
    builder.finish(builder.endTable());
    byte[] old = builder.sizedByteArray();
    ValueMapping mapping = Monsters.map(NODES, ID);
    mapping.check(old, 0, old.length);
    GabbroException e =
        assertThrows(GabbroException.class, () -> Monsters.rewrite(mapping, ID, List.of(5), old));
    assertEquals("the old value cannot be kept: its parts overlap", e.getMessage());
  }
}
