package io.gabbro.serializer.flatbuffers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.serializer.ValueField;
import io.gabbro.serializer.ValueMapping;
import io.gabbro.type.SqlType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the bytes are, reading them gives values or a bad row, and never leaves the value. */
class DamagedFlatBuffersTest {
  private static final int ROUNDS = 50_000;
  private static final String UTF8 = "a string is not valid UTF-8";

  private final long seed = Long.getLong("tests.seed", System.nanoTime());

  /** A mapping with its fields. */
  private record Reading(ValueMapping mapping, List<ValueField> fields) {
    static Reading of(List<ValueField> fields, String... options) {
      return new Reading(Monsters.map(Monsters.SCHEMA, fields, options), fields);
    }

    /** All values and problems as text. */
    String read(byte[] value, List<String> problems) {
      List<Object> values =
          Monsters.read(mapping, fields, value, (row, problem) -> problems.add(problem));
      return shown(values) + problems;
    }

    /** The same for an array without other bytes, where a read outside of the value would throw. */
    String readAlone(byte[] value) {
      List<String> problems = new ArrayList<>();
      List<Object> values =
          Monsters.readAt(
              mapping, fields, value, 0, value.length, (row, text) -> problems.add(text));
      return shown(values) + problems;
    }

    private static String shown(List<Object> values) {
      return values.stream()
          .map(value -> value instanceof byte[] bytes ? Arrays.toString(bytes) : "" + value)
          .toList()
          .toString();
    }
  }

  private static List<Reading> readings() {
    List<ValueField> all = Monsters.fields(Monsters.SCHEMA);
    List<ValueField> others =
        List.of(
            Monsters.field("inventory", SqlType.BYTEA),
            Monsters.field("big", SqlType.numeric(25, 3)),
            Monsters.field("equipped.Shield.armor", SqlType.INTEGER),
            Monsters.field("equipped.Shield.owner", SqlType.TEXT),
            Monsters.field("equipped.Weapon.name", SqlType.TEXT),
            Monsters.field("friend", SqlType.TEXT),
            Monsters.field("box", SqlType.TEXT),
            Monsters.field("old", SqlType.INTEGER));
    return List.of(
        Reading.of(all),
        Reading.of(all, "verify", "read"),
        Reading.of(
            Monsters.fields(Monsters.SCHEMA, "enums", "numbers", "vectors", "length"),
            "enums",
            "numbers",
            "vectors",
            "length"),
        Reading.of(others));
  }

  @Test
  void giveValuesOrProblems() {
    Random random = new Random(seed);
    byte[][] originals = {MonsterBytes.full(), MonsterBytes.empty(), MonsterBytes.friends()};
    List<Reading> readings = readings();
    FlatBufferSchema schema = FlatBufferSchema.parse(Monsters.SCHEMA);
    SchemaObject root = schema.root(java.util.Optional.empty());
    FlatBufferVerifier verifier = new FlatBufferVerifier(schema, root);
    int[] verified = new int[2];
    assertTimeout(
        Duration.ofMinutes(3),
        () -> {
          for (int round = 0; round < ROUNDS; round++) {
            byte[] value =
                Mutations.of(
                    originals[random.nextInt(4) % 3], originals[random.nextInt(3)], random);
            String message = "-Dtests.seed=" + seed + ", round " + round;
            try {
              String problem = verifier.problem(value, 0, value.length);
              verified[problem == null ? 1 : 0]++;
              check(readings, value, problem, message);
              rewrite(readings.get(3), value, problem, message);
            } catch (RuntimeException e) {
              throw new AssertionError(message, e);
            }
          }
        });
    assertTrue(verified[0] > 1000 && verified[1] > 1000, () -> Arrays.toString(verified));
  }

  private static void check(List<Reading> readings, byte[] value, String problem, String message) {
    for (int index = 0; index < readings.size(); index++) {
      List<String> problems = new ArrayList<>();
      String between = readings.get(index).read(value, problems);
      assertTrue(problems.size() <= 1, message);
      if (index == 1 && problem != null) {
        assertEquals(List.of(problem), problems, message);
      } else if (problem == null && !problems.isEmpty()) {
        assertEquals(UTF8, problems.get(0), message);
      }
      assertEquals(between, readings.get(index).readAlone(value), message);
    }
  }

  private static void rewrite(Reading reading, byte[] value, String problem, String message) {
    List<String> problems = new ArrayList<>();
    List<Object> values =
        Monsters.read(
            reading.mapping(), reading.fields(), value, (row, text) -> problems.add(text));
    try {
      byte[] changed = Monsters.rewrite(reading.mapping(), reading.fields(), values, value);
      assertTrue(problem == null, message);
      reading.mapping().check(changed, 0, changed.length);
      assertEquals(
          Reading.shown(values),
          Reading.shown(Monsters.read(reading.mapping(), reading.fields(), changed)),
          message);
    } catch (GabbroException e) {
      assertEquals(ErrorCode.SERIALIZATION, e.code(), message);
    }
  }
}
