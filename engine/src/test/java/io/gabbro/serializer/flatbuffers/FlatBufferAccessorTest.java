package io.gabbro.serializer.flatbuffers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gabbro.serializer.ValueField;
import io.gabbro.serializer.ValueMapping;
import io.gabbro.type.SqlType;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** SQL and an accessor see the same fields. */
class FlatBufferAccessorTest {
  private static final byte[] SCHEMA =
      new SchemaText()
          .table("Monster", "hp:short=100", "name:string", "friend:Monster")
          .compile("Monster");
  private static final List<ValueField> FIELDS =
      List.of(
          Monsters.field("hp", SqlType.SMALLINT),
          Monsters.field("name", SqlType.TEXT),
          Monsters.field("friend.hp", SqlType.SMALLINT),
          Monsters.field("friend.name", SqlType.TEXT));
  private static final ValueMapping MAPPING = Monsters.map(SCHEMA, FIELDS);

  private final long seed = Long.getLong("tests.seed", System.nanoTime());

  private static List<Object> fields(Monster monster) {
    Monster friend = monster.friend();
    return Arrays.asList(
        monster.hp(),
        monster.name(),
        friend == null ? null : friend.hp(),
        friend == null ? null : friend.name());
  }

  @Test
  void seeTheSameFields() {
    Random random = new Random(seed);
    for (int round = 0; round < 1000; round++) {
      String name = "name" + "é".repeat(random.nextInt(20));
      String friend = random.nextBoolean() ? null : "f" + random.nextInt();
      ByteBuffer buffer = Monster.buffer(random.nextInt(3) * 50, name, friend);
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      List<Object> expected = fields(Monster.getRootAsMonster(ByteBuffer.wrap(bytes)));
      String message = "-Dtests.seed=" + seed + ", round " + round;
      assertEquals(expected, Monsters.read(MAPPING, FIELDS, bytes), message);
      byte[] written = Monsters.write(MAPPING, FIELDS, expected);
      assertEquals(expected, fields(Monster.getRootAsMonster(ByteBuffer.wrap(written))), message);
    }
  }
}
