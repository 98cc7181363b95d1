package io.gabbro.key;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.key.RowKeyCodec.Part;
import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys that do not decode are reported, and nothing outside of a key is read. */
class MalformedRowKeyTest {
  private final long seed = Long.getLong("tests.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "800000      | it has 3 bytes instead of 4      | INTEGER",
        "8000000000  | it has 5 bytes instead of 4      | INTEGER",
        "''          | it has 0 bytes instead of 4      | INTEGER",
        "02          | part 1 is no boolean             | BOOLEAN",
        "0100        | 1 bytes follow its last part     | BOOLEAN",
        "6162        | part 1 is no text                | TEXT",
        "616200      | part 1 is no text                | TEXT",
        "616200016364| part 1 is no text                | TEXT",
        "8100        | part 1 is no numeric(38,0)       | NUMERIC",
        "7EFF        | part 1 is no numeric(38,0)       | NUMERIC",
        "8201        | part 1 is no numeric(38,0)       | NUMERIC",
        "FF01        | part 1 is no numeric(38,0)       | NUMERIC",
        "90FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF | part 1 is no numeric(38,0) | NUMERIC",
      })
  void reports(String key, String problem, String typeName) {
    SqlType type =
        switch (typeName) {
          case "TEXT" -> SqlType.TEXT;
          case "NUMERIC" -> SqlType.numeric(38, 0);
          case "BOOLEAN" -> SqlType.BOOLEAN;
          default -> SqlType.INTEGER;
        };
    RowKeyReader reader =
        new RowKeyCodec(new byte[0], List.of(new Part(type, false, false))).newReader();
    byte[] bytes = HexFormat.of().parseHex(key);
    List<String> problems = new ArrayList<>();
    reader.begin(bytes, new int[] {0, bytes.length}, 1, (row, text) -> problems.add(row + text));
    assertEquals(List.of("0" + problem), problems);
  }

  @Test
  void namesTheRow() {
    RowKeyReader reader =
        new RowKeyCodec(new byte[0], List.of(new Part(SqlType.SMALLINT, false, true))).newReader();
    byte[] bytes = HexFormat.of().parseHex("008000" + "01" + "028000" + "" + "000001");
    List<Integer> bad = new ArrayList<>();
    reader.begin(bytes, new int[] {0, 3, 4, 7, 7, 10}, 5, (row, problem) -> bad.add(row));
    assertEquals(List.of(2, 3), bad);
  }

  /** A key that passes the check encodes to itself, so that decoding it read it and no more. */
  @Test
  void aChangedKeyIsReportedOrIsAnotherKey() {
    for (int round = 0; round < 20_000; round++) {
      List<Part> parts = new ArrayList<>();
      for (int part = random.nextInt(3); part >= 0; part--) {
        SqlType type = TestColumns.types().get(random.nextInt(TestColumns.types().size()));
        parts.add(new Part(type, random.nextBoolean(), random.nextBoolean()));
      }
      RowKeyCodec codec = new RowKeyCodec(new byte[] {1}, parts);
      ColumnVector[] columns =
          parts.stream()
              .map(part -> TestColumns.column(part.type(), 40, part.nullable(), random))
              .toArray(ColumnVector[]::new);
      ByteBuilder key = new ByteBuilder();
      codec.encode(columns, random.nextInt(40), key);
      checkChanged(codec, changed(key.toByteArray()), parts);
    }
  }

  private byte[] changed(byte[] key) {
    byte[] changed = Arrays.copyOf(key, Math.max(1, key.length + random.nextInt(7) - 3));
    for (int count = random.nextInt(3); count > 0 && changed.length > 1; count--) {
      int[] values = {0, 1, 0x7F, 0x80, 0xFE, 0xFF, random.nextInt(256)};
      changed[1 + random.nextInt(changed.length - 1)] =
          (byte) values[random.nextInt(values.length)];
    }
    return changed;
  }

  private void checkChanged(RowKeyCodec codec, byte[] key, List<Part> parts) {
    RowKeyReader reader = codec.newReader();
    List<String> problems = new ArrayList<>();
    reader.begin(key, new int[] {0, key.length}, 1, (row, problem) -> problems.add(problem));
    if (problems.isEmpty()) {
      ColumnVector[] columns = new ColumnVector[parts.size()];
      boolean isCanonical = true;
      for (int part = 0; part < columns.length; part++) {
        columns[part] = ColumnVector.allocate(parts.get(part).type().vectorKind(), 1);
        reader.decode(part, Selection.ofAll(1), columns[part]);
        isCanonical &= !parts.get(part).type().kind().isFloating();
      }
      ByteBuilder again = new ByteBuilder();
      codec.encode(columns, 0, again);
      if (isCanonical) {
        assertArrayEquals(key, again.toByteArray(), parts + ", seed " + seed);
      }
      assertEquals(key.length, again.length(), parts + ", seed " + seed);
    } else {
      assertTrue(problems.size() == 1, parts + ", seed " + seed);
    }
  }
}
