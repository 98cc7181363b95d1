package io.gabbro.serializer.flatbuffers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gabbro.serializer.MappingOptions;
import io.gabbro.serializer.ValueField;
import io.gabbro.serializer.ValueMapping;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A schema and a value that the FlatBuffers compiler has compiled. */
class FlatcFilesTest {
  private static final FlatBufferTableSerializer SERIALIZER = new FlatBufferTableSerializer();

  private static byte[] file(String name) {
    try (InputStream file = FlatcFilesTest.class.getResourceAsStream(name)) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(name, e);
    }
  }

  @Test
  void readsAndKeepsThem() {
    MappingOptions options =
        SERIALIZER.resolve(
            new MappingOptions(Map.of("schema", "monsters.bfbs", "verify", "read")),
            FlatcFilesTest::file);
    List<ValueField> fields = SERIALIZER.fields(options);
    ValueMapping mapping = SERIALIZER.map(fields, options);
    byte[] value = file("monster.bin");
    mapping.check(value, 0, value.length);
    List<Object> values = Monsters.read(mapping, fields, value);
    List<String> shown = new ArrayList<>();
    for (int index = 0; index < values.size(); index++) {
      ValueField field = fields.get(index);
      shown.add(field.name() + " " + field.type() + " = " + values.get(index));
    }
    assertEquals(
        """
        pos_x real = 1.5
        pos_y real = -2.0
        pos_z real = 0.0
        mana smallint = -5
        hp smallint = 100
        name text = orc
        inventory text = [1,2,255]
        color text = Red
        weapons text = [{"name":"sword","damage":3},{"name":"axe","damage":7}]
        weapon_name text = bow
        weapon_damage smallint = 12
        equipped_type text = Shield
        path text = [{"x":1,"y":2,"z":3}]
        names text = ["a","b"]
        scores text = [-1,9223372036854775807]
        colors text = ["Red","Blue"]
        friendly boolean = false
        level integer = 0
        big numeric(20,0) = 123
        small tinyint = -3
        ratio double precision = 0.25
        speed real = 1.5
        box_id smallint = 200
        box_low_x real = 7.0
        box_low_y real = 8.0
        box_low_z real = 9.0
        box_corners text = [1,2,-3]
        box_volume double precision = 2.5
        loot_type text = ["Weapon","Place","Text"]
        loot text = [{"name":"axe","damage":7},{"x":0,"y":0,"z":1},"a"]
        flags text = 5
        aligned text = [1,2,3]""",
        String.join("\n", shown));
    byte[] same = Monsters.rewrite(mapping, fields, values, value);
    assertEquals(values, Monsters.read(mapping, fields, same));
    assertEquals("MONS", new String(same, 4, 4, java.nio.charset.StandardCharsets.US_ASCII));
  }
}
