package io.gabbro.serializer.row;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.key.TestColumns;
import io.gabbro.type.SqlType;
import io.gabbro.vector.BytesVector;
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

/** Rows that do not decode are reported, and nothing outside of a row is read. */
class MalformedRowTest {
  private static final RowLayout LAYOUT =
      new RowLayout(1, List.of(SqlType.SMALLINT, SqlType.TEXT, SqlType.TEXT));
  private static final RowReader READER =
      new RowReader(List.of(new RowMapping(LAYOUT, new int[] {0, 1, 2})), 3, new ColumnVector[3]);

  private final long seed = Long.getLong("tests.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                            | it is cut off: 0 bytes",
        "0100                          | it is cut off: 2 bytes",
        "0200 00 00 0500 0000 0000     | it has the unknown schema version 2",
        "0100 02 00 0500 0000 0000     | it has unknown flags 2",
        "0100 00 00 0500 0000          | it is cut off: 8 bytes instead of at least 10",
        "0100 01 00 0500 0000 0000     | it is cut off: 10 bytes instead of at least 14",
        "0100 00 00 0500 0100 0200 61  | its columns end at byte 2 of 1",
        "0100 00 00 0500 0100 0100 6161| its columns end at byte 1 of 2",
        "0100 00 00 0500 0200 0100 61  | the offsets of its columns are not in order",
        "0100 01 00 0500 FFFFFFFF 01000000 61 | the offsets of its columns are not in order",
      })
  void reports(String hex, String problem) {
    byte[] row = HexFormat.of().parseHex(hex.replace(" ", ""));
    byte[] good = HexFormat.of().parseHex("01000000050000000000");
    Rows rows = new Rows().add(good).add(row).add(good);
    List<String> problems = new ArrayList<>();
    READER.begin(rows.data(), rows.offsets(), 3, (bad, text) -> problems.add(bad + text));
    assertEquals(List.of("1" + problem), problems);
  }

  /** A changed row is reported, or all of its values lie inside it. */
  @Test
  void nothingOutsideOfARowIsRead() {
    for (int round = 0; round < 20_000; round++) {
      List<SqlType> types = new ArrayList<>();
      for (int column = random.nextInt(5); column >= 0; column--) {
        types.add(TestColumns.types().get(random.nextInt(TestColumns.types().size())));
      }
      RowLayout layout = new RowLayout(3, types);
      ColumnVector[] columns =
          types.stream()
              .map(type -> TestColumns.column(type, 20, true, random))
              .toArray(ColumnVector[]::new);
      Rows row = new Rows().add(new RowEncoder(layout), columns, random.nextInt(20));
      checkChanged(layout, changed(row.data()));
    }
  }

  private byte[] changed(byte[] row) {
    byte[] changed = Arrays.copyOf(row, Math.max(0, row.length + random.nextInt(7) - 3));
    for (int count = random.nextInt(4); count > 0 && changed.length > 0; count--) {
      int[] values = {0, 1, 2, 0x7F, 0x80, 0xFF, random.nextInt(256)};
      changed[random.nextInt(changed.length)] = (byte) values[random.nextInt(values.length)];
    }
    return changed;
  }

  /** The row fills its array, so that a read outside of it throws. */
  private void checkChanged(RowLayout layout, byte[] row) {
    int count = layout.columns().size();
    int[] mapping = new int[count];
    Arrays.setAll(mapping, index -> index);
    RowReader reader =
        new RowReader(List.of(new RowMapping(layout, mapping)), count, new ColumnVector[count]);
    List<String> problems = new ArrayList<>();
    reader.begin(row, new int[] {0, row.length}, 1, (bad, problem) -> problems.add(problem));
    if (!problems.isEmpty()) {
      assertEquals(1, problems.size(), () -> "seed " + seed);
      return;
    }
    for (int column = 0; column < count; column++) {
      ColumnVector target = ColumnVector.allocate(layout.columns().get(column).vectorKind(), 1);
      reader.decode(column, Selection.ofAll(1), target);
      if (target instanceof BytesVector bytes) {
        assertTrue(
            bytes.start(0) >= 0
                && bytes.length(0) >= 0
                && bytes.start(0) + bytes.length(0) <= row.length,
            () -> "seed " + seed);
      }
    }
  }
}
