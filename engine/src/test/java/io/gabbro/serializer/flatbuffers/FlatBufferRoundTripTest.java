package io.gabbro.serializer.flatbuffers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gabbro.error.GabbroException;
import io.gabbro.serializer.ValueField;
import io.gabbro.serializer.ValueMapping;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is written is read again, for schemas, columns and rows at random. */
class FlatBufferRoundTripTest {
  private static final int SCHEMAS = 400;
  private static final int ROWS = 12;

  private final long seed = Long.getLong("tests.seed", System.nanoTime());
  private final Random random = new Random(seed);

  private static List<String> shown(List<Object> row) {
    return row.stream()
        .map(value -> value instanceof byte[] bytes ? Arrays.toString(bytes) : "" + value)
        .toList();
  }

  @Test
  void readsWhatItWrites() {
    for (int round = 0; round < SCHEMAS; round++) {
      RandomSchema schema = new RandomSchema(random);
      List<ValueField> fields = schema.fields();
      ValueMapping mapping = Monsters.map(schema.bytes(), fields, schema.options());
      String message = "-Dtests.seed=" + seed + ", schema " + round;
      for (int row = 0; row < ROWS; row++) {
        List<Object> values = schema.row(fields);
        byte[] bytes = Monsters.write(mapping, fields, values);
        mapping.check(bytes, 0, bytes.length);
        assertEquals(shown(values), shown(Monsters.read(mapping, fields, bytes)), message);
        assertArrayEquals(bytes, Monsters.write(mapping, fields, values), message);
        List<Object> others = schema.row(fields);
        byte[] changed = Monsters.rewrite(mapping, fields, others, bytes);
        mapping.check(changed, 0, changed.length);
        assertEquals(shown(others), shown(Monsters.read(mapping, fields, changed)), message);
      }
    }
  }

  /** Changes some columns of a value that other columns have written; the others stay. */
  @Test
  void keepsFieldsOfOtherColumns() {
    int kept = 0;
    for (int round = 0; round < SCHEMAS; round++) {
      RandomSchema schema = new RandomSchema(random);
      List<ValueField> all = schema.fields();
      List<ValueField> some = new ArrayList<>(all);
      some.removeIf(field -> random.nextBoolean());
      ValueMapping whole = Monsters.map(schema.bytes(), all, schema.options());
      ValueMapping part = Monsters.map(schema.bytes(), some, schema.options());
      String message = "-Dtests.seed=" + seed + ", schema " + round;
      for (int row = 0; row < ROWS; row++) {
        List<Object> old = schema.row(all);
        List<Object> wanted = schema.row(all);
        byte[] bytes = Monsters.write(whole, all, old);
        List<Object> changes =
            some.stream()
                .map(field -> wanted.get(all.indexOf(field)))
                .collect(java.util.stream.Collectors.toList());
        byte[] changed;
        try {
          changed = Monsters.rewrite(part, some, new ArrayList<>(changes), bytes);
        } catch (GabbroException e) {
          // A table or struct that its columns would remove has other fields.
          assertEquals("22P03", e.sqlState(), message);
          continue;
        }
        whole.check(changed, 0, changed.length);
        assertEquals(shown(changes), shown(Monsters.read(part, some, changed)), message);
        List<Object> now = Monsters.read(whole, all, changed);
        for (int index = 0; index < all.size(); index++) {
          // What was absent with its table may now have the default of the schema.
          if (!some.contains(all.get(index)) && old.get(index) != null) {
            assertEquals(
                shown(old.subList(index, index + 1)),
                shown(now.subList(index, index + 1)),
                message);
            kept++;
          }
        }
      }
    }
    assertEquals(true, kept > 1000, "only " + kept + " fields were kept");
  }
}
