package io.gabbro.serializer.flatbuffers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.serializer.AbstractValueSerializerContractTest;
import io.gabbro.serializer.ValueSerializer;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlatBuffersSerializerTest extends AbstractValueSerializerContractTest<Monster> {
  private final FlatBuffersSerializer<Monster> serializer =
      new FlatBuffersSerializer<>(Monster.class, Monster::getRootAsMonster);
  private final List<Example<Monster>> examples =
      List.of(
          new Example<>(
              monster(80, "orc", "elf"),
              "1000000000000a001000060008000c000a000000000050000800000014000000030000006f7263000800080000000400080000000400000003000000656c6600"),
          new Example<>(
              monster(100, "", null), "0c000000080008000000040008000000040000000000000000000000"));

  private static Monster monster(int hp, String name, String friend) {
    return Monster.getRootAsMonster(Monster.buffer(hp, name, friend));
  }

  @Override
  protected ValueSerializer<Monster> serializer() {
    return serializer;
  }

  @Override
  protected List<Example<Monster>> examples() {
    return examples;
  }

  @Override
  protected String describe(Monster value) {
    Monster friend = value.friend();
    return value.hp() + " " + value.name() + " " + (friend == null ? null : friend.name());
  }

  @Test
  void partsOfAnEndedViewThrowToo() {
    ByteBuffer bytes = Monster.buffer(80, "orc", "elf").slice();
    Monster friend = serializer.view(bytes).friend();
    assertEquals("elf", friend.name());
    bytes.limit(0);
    assertThrows(RuntimeException.class, friend::name);
    assertThrows(RuntimeException.class, friend::hp);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                       | it has 0 bytes",
        "0400000004000000         | it has 8 bytes",
        "ff0000000400000000000000 | its root table is at byte 255",
        "040000000a00000000000000 | the vtable of its root is at byte -6",
        "04000000fcffffffff000000 | its root table leaves the buffer",
        "04000000fcffffff0400ff00 | its root table leaves the buffer",
      })
  void refusesABufferWhoseRootIsNotInOrder(String hex, String problem) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    GabbroException e =
        assertThrows(GabbroException.class, () -> serializer.deserialize(bytes, 0, bytes.length));
    assertEquals(ErrorCode.SERIALIZATION, e.code());
    assertEquals("the value is no FlatBuffer: " + problem, e.getMessage());
  }
}
