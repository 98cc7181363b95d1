package io.gabbro.serializer.flatbuffers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.google.flatbuffers.FlatBufferBuilder;
import io.gabbro.serializer.ValueField;
import io.gabbro.serializer.ValueMapping;
import io.gabbro.serializer.ValueReader;
import io.gabbro.type.SqlType;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.IntVector;
import io.gabbro.vector.Selection;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the fields of values that FlatBufferBuilder has built are in SQL. */
class FlatBufferReaderTest {
  private static Map<String, Object> all(byte[] value, String... options) {
    List<ValueField> fields = Monsters.fields(Monsters.SCHEMA, options);
    List<Object> values =
        Monsters.read(Monsters.map(Monsters.SCHEMA, fields, options), fields, value);
    Map<String, Object> byName = new LinkedHashMap<>();
    for (int index = 0; index < values.size(); index++) {
      byName.put(fields.get(index).name(), values.get(index));
    }
    return byName;
  }

  private static Object one(byte[] value, String path, SqlType type, String... options) {
    List<ValueField> fields = List.of(Monsters.field(path, type));
    return Monsters.read(Monsters.map(Monsters.SCHEMA, fields, options), fields, value).get(0);
  }

  @Test
  void allFieldsOfAFullMonster() {
    Map<String, Object> monster = all(MonsterBytes.full());
    List<String> shown = new ArrayList<>();
    monster.forEach((name, value) -> shown.add(name + " = " + value));
    assertEquals(
        """
        pos_x = 1.5
        pos_y = -2.0
        pos_z = 0.0
        mana = -5
        hp = 100
        name = Örc "1"

        inventory = [1,2,255]
        color = Red
        weapons = [{"name":"sword","damage":3},{"name":"axe","damage":7}]
        weapon_name = bow
        weapon_damage = 12
        equipped_type = Shield
        path = [{"x":1,"y":2,"z":3},{"x":4,"y":5,"z":6}]
        names = ["a","b\\\\"]
        scores = [-1,9223372036854775807]
        colors = ["Red","Green","Blue",9]
        friendly = false
        level = 0
        big = 123
        small = 127
        wide = 65535
        count = 4294967295
        total = -9223372036854775808
        ratio = 0.25
        speed = -0.5
        box_id = 200
        box_low_x = 7.0
        box_low_y = 8.0
        box_low_z = 9.0
        box_corners = [1,2,-3]
        box_volume = 1.0E15
        loot_type = ["Weapon","Vec3","string"]
        loot = [{"name":"axe","damage":7},{"x":0,"y":0,"z":1},"a"]
        ratios = ["NaN","-Infinity",0.1]
        flags = [true,false]""",
        String.join("\n", shown));
  }

  @Test
  void allFieldsOfAnEmptyMonster() {
    Map<String, Object> monster = all(MonsterBytes.empty());
    monster.values().removeIf(value -> value == null);
    assertEquals(
        "{mana=150, hp=100, color=Blue, friendly=true, big=18446744073709551615, small=-3, wide=0,"
            + " count=0, total=0, ratio=0.5, speed=0.0}",
        monster.toString());
  }

  @Test
  void enumsAsNumbersAndVectorsAsLengths() {
    Map<String, Object> monster = all(MonsterBytes.full(), "enums", "numbers", "vectors", "length");
    assertEquals((byte) -1, monster.get("color"));
    assertEquals((short) 2, monster.get("equipped_type"));
    assertEquals(3, monster.get("inventory"));
    assertEquals(2, monster.get("weapons"));
    assertEquals(3, monster.get("box_corners"));
    assertEquals(3, monster.get("loot"));
    assertNull(all(MonsterBytes.empty(), "enums", "numbers").get("equipped_type"));
    assertEquals(
        "[-1,0,5,9]", one(MonsterBytes.full(), "colors", SqlType.TEXT, "enums", "numbers"));
  }

  @Test
  void otherTypesOfColumns() {
    byte[] full = MonsterBytes.full();
    assertArrayEquals(new byte[] {1, 2, -1}, (byte[]) one(full, "inventory", SqlType.BYTEA));
    assertEquals(-5L, one(full, "mana", SqlType.BIGINT));
    assertEquals(new BigDecimal("-5.00"), one(full, "mana", SqlType.numeric(7, 2)));
    assertEquals(
        new BigDecimal("18446744073709551615.000"),
        one(MonsterBytes.empty(), "big", SqlType.numeric(23, 3)));
    assertEquals(-0.5, one(full, "speed", SqlType.DOUBLE));
    assertEquals(4_294_967_295L, one(full, "count", SqlType.BIGINT));
    assertEquals(2L, one(full, "names", SqlType.BIGINT, "vectors", "length"));
  }

  @Test
  void wholeTablesAndStructs() {
    assertEquals(
        "{\"name\":\"bow\",\"damage\":12}", one(MonsterBytes.full(), "weapon", SqlType.TEXT));
    assertEquals(
        "{\"id\":200,\"low\":{\"x\":7,\"y\":8,\"z\":9},\"corners\":[1,2,-3],\"volume\":1e+15}",
        one(MonsterBytes.full(), "box", SqlType.TEXT));
    assertNull(one(MonsterBytes.empty(), "weapon", SqlType.TEXT));
  }

  @Test
  void membersOfUnions() {
    byte[] full = MonsterBytes.full();
    assertEquals(40, one(full, "equipped.Shield.armor", SqlType.INTEGER));
    assertEquals("smith", one(full, "equipped.Shield.owner.name", SqlType.TEXT));
    assertEquals((short) 100, one(full, "equipped.shield.owner.hp", SqlType.SMALLINT));
    assertNull(one(full, "equipped.Shield.owner.pos.x", SqlType.REAL));
    assertNull(one(full, "equipped.Weapon.name", SqlType.TEXT));
    assertNull(one(full, "equipped.Weapon.damage", SqlType.SMALLINT));
    assertNull(one(MonsterBytes.empty(), "equipped.Weapon.damage", SqlType.SMALLINT));
  }

  @Test
  void aTypeWithoutItsUnionAndAUnionWithoutItsType() {
    FlatBufferBuilder builder = new FlatBufferBuilder();
    builder.startTable(11);
    builder.addByte(9, (byte) 1, 0);
    builder.finish(builder.endTable());
    assertNull(one(builder.sizedByteArray(), "equipped.Weapon.name", SqlType.TEXT));
    assertEquals("Weapon", one(builder.sizedByteArray(), "equipped_type", SqlType.TEXT));
    builder.clear();
    int weapon = MonsterBytes.weapon(builder, "x", 1);
    builder.startTable(11);
    builder.addOffset(10, weapon, 0);
    builder.finish(builder.endTable());
    assertNull(one(builder.sizedByteArray(), "equipped.Weapon.name", SqlType.TEXT));
  }

  @Test
  void aBlockOfManyRowsOfWhichSomeAreSelectedAndSomeAreBad() {
    byte[] full = MonsterBytes.full();
    byte[] empty = MonsterBytes.empty();
    byte[][] rows = {full, {1, 2, 3}, empty, {}, full, empty, full};
    java.io.ByteArrayOutputStream block = new java.io.ByteArrayOutputStream();
    int[] offsets = new int[rows.length + 1];
    for (int row = 0; row < rows.length; row++) {
      block.writeBytes(rows[row]);
      offsets[row + 1] = block.size();
    }
    List<ValueField> fields =
        List.of(Monsters.field("name", SqlType.TEXT), Monsters.field("mana", SqlType.INTEGER));
    ValueMapping mapping = Monsters.map(Monsters.SCHEMA, fields);
    ValueReader reader = mapping.newReader();
    List<String> problems = new ArrayList<>();
    reader.begin(
        block.toByteArray(), offsets, rows.length, (row, text) -> problems.add(row + ": " + text));
    assertEquals(List.of("1: it is cut off: 3 bytes", "3: it is cut off: 0 bytes"), problems);
    Selection some = new Selection(4);
    int[] positions = some.startPositions(4);
    System.arraycopy(new int[] {1, 2, 4, 6}, 0, positions, 0, 4);
    some.setCount(4);
    BytesVector names = new BytesVector(0);
    reader.decode(0, some, names);
    assertEquals("Örc \"1\"\n", names.string(4));
    assertEquals("Örc \"1\"\n", names.string(6));
    assertEquals(List.of(true, true), List.of(names.isNull(1), names.isNull(2)));
    IntVector manas = new IntVector(0);
    reader.decode(1, Selection.ofAll(rows.length), manas);
    assertEquals(
        List.of(-5, 150, -5, 150, -5),
        List.of(
            manas.values()[0],
            manas.values()[2],
            manas.values()[4],
            manas.values()[5],
            manas.values()[6]));
    assertEquals(2, problems.size());
  }

  @Test
  void textThatIsNotUtf8IsBad() {
    byte[] value = MonsterBytes.full();
    int at = new String(value, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("rc \"1\"");
    value[at - 1] = (byte) 0xFF;
    List<ValueField> fields =
        List.of(Monsters.field("name", SqlType.TEXT), Monsters.field("hp", SqlType.SMALLINT));
    List<String> problems = new ArrayList<>();
    List<Object> read =
        Monsters.read(
            Monsters.map(Monsters.SCHEMA, fields),
            fields,
            value,
            (row, text) -> problems.add(row + ": " + text));
    assertEquals(List.of("0: a string is not valid UTF-8"), problems);
    assertNull(read.get(0));
    assertNull(read.get(1));
  }
}
