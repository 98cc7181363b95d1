package io.gabbro.key;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.key.RowKeyCodec.Part;
import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The order of keys is the order of values, and keys decode to what was encoded. */
class RowKeyCodecTest {
  private static final byte[] PREFIX = {0, 0, 1, 7};
  private static final int ROWS = 120;

  private final long seed = Long.getLong("tests.seed", System.nanoTime());
  private final Random random = new Random(seed);

  static List<SqlType> types() {
    return TestColumns.types();
  }

  @ParameterizedTest
  @MethodSource("types")
  void keysOfOnePartSortAsItsValues(SqlType type) {
    for (boolean descending : new boolean[] {false, true}) {
      check(List.of(new Part(type, descending, false)));
      check(List.of(new Part(type, descending, true)));
    }
  }

  @Test
  void keysOfManyPartsSortAsTheirValues() {
    for (int round = 0; round < 300; round++) {
      List<Part> parts = new ArrayList<>();
      for (int part = random.nextInt(4); part >= 0; part--) {
        SqlType type = types().get(random.nextInt(types().size()));
        parts.add(new Part(type, random.nextBoolean(), random.nextBoolean()));
      }
      check(parts);
    }
  }

  @Test
  void theFirstPartsOfAKeyAreAPrefixOfIt() {
    List<Part> parts =
        List.of(
            new Part(SqlType.TEXT, false, false),
            new Part(SqlType.numeric(38, 0), true, true),
            new Part(SqlType.INTEGER, false, false));
    RowKeyCodec codec = new RowKeyCodec(PREFIX, parts);
    ColumnVector[] columns = columns(parts);
    for (int row = 0; row < ROWS; row++) {
      ByteBuilder key = new ByteBuilder();
      codec.encode(columns, row, key);
      for (int count = 0; count <= 3; count++) {
        ByteBuilder prefix = new ByteBuilder();
        codec.encodePrefix(columns, count, row, prefix);
        assertTrue(
            Arrays.equals(prefix.toByteArray(), Arrays.copyOf(key.bytes(), prefix.length())),
            context(parts, row, count));
      }
    }
  }

  @Test
  void refusesNullWhereItIsNotAllowed() {
    RowKeyCodec codec = new RowKeyCodec(PREFIX, List.of(new Part(SqlType.INTEGER, false, false)));
    ColumnVector column = ColumnVector.allocate(SqlType.INTEGER.vectorKind(), 1);
    column.setNull(0);
    assertThrows(
        IllegalArgumentException.class,
        () -> codec.encode(new ColumnVector[] {column}, 0, new ByteBuilder()));
  }

  @Test
  void refusesTypesWithoutAnOrder() {
    List<Part> parts = List.of(new Part(SqlType.INTERVAL, false, false));
    assertThrows(IllegalArgumentException.class, () -> new RowKeyCodec(PREFIX, parts));
  }

  private ColumnVector[] columns(List<Part> parts) {
    return parts.stream()
        .map(part -> TestColumns.column(part.type(), ROWS, part.nullable(), random))
        .toArray(ColumnVector[]::new);
  }

  private void check(List<Part> parts) {
    RowKeyCodec codec = new RowKeyCodec(PREFIX, parts);
    ColumnVector[] columns = columns(parts);
    ByteBuilder keys = new ByteBuilder();
    int[] offsets = new int[ROWS + 1];
    for (int row = 0; row < ROWS; row++) {
      codec.encode(columns, row, keys);
      offsets[row + 1] = keys.length();
    }
    for (int left = 0; left < ROWS; left++) {
      for (int right = 0; right < ROWS; right++) {
        int byBytes =
            Arrays.compareUnsigned(
                keys.bytes(),
                offsets[left],
                offsets[left + 1],
                keys.bytes(),
                offsets[right],
                offsets[right + 1]);
        if (compare(parts, columns, left, right) != Integer.signum(byBytes)) {
          fail(context(parts, left, right));
        }
      }
    }
    checkDecoding(codec, parts, columns, keys.bytes(), offsets);
  }

  /** The order of SQL: NULLs last ascending, first descending. */
  private static int compare(List<Part> parts, ColumnVector[] columns, int left, int right) {
    for (int index = 0; index < columns.length; index++) {
      ColumnVector column = columns[index];
      int order =
          column.isNull(left) || column.isNull(right)
              ? Boolean.compare(column.isNull(left), column.isNull(right))
              : Integer.signum(column.compare(left, column, right));
      if (order != 0) {
        return parts.get(index).descending() ? -order : order;
      }
    }
    return 0;
  }

  private void checkDecoding(
      RowKeyCodec codec, List<Part> parts, ColumnVector[] columns, byte[] keys, int[] offsets) {
    RowKeyReader reader = codec.newReader();
    reader.begin(keys, offsets, ROWS, (row, problem) -> fail(problem));
    Selection some = new Selection(ROWS);
    int[] positions = some.startPositions(ROWS);
    int count = 0;
    for (int row = 0; row < ROWS; row++) {
      if (random.nextInt(3) == 0) {
        positions[count++] = row;
      }
    }
    some.setCount(count);
    for (int part = 0; part < columns.length; part++) {
      ColumnVector decoded = ColumnVector.allocate(columns[part].kind(), 1);
      for (Selection rows : List.of(Selection.ofAll(ROWS), some)) {
        reader.decode(part, rows, decoded);
        for (int index = 0; index < rows.count(); index++) {
          int row = rows.position(index);
          boolean isNull = columns[part].isNull(row);
          if (isNull != decoded.isNull(row)
              || (!isNull && decoded.compare(row, columns[part], row) != 0)) {
            fail(context(parts, part, row));
          }
        }
      }
    }
  }

  private String context(List<Part> parts, int first, int second) {
    return parts + " " + first + " " + second + ", seed " + seed;
  }
}
