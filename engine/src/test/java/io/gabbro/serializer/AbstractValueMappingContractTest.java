package io.gabbro.serializer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;
import io.gabbro.vector.Values;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link ValueMapping} does. A subclass names the serializer and the columns. */
public abstract class AbstractValueMappingContractTest {
  private static final int ROWS = 200;
  private static final int MUTATIONS = 50_000;

  private final long seed = Long.getLong("tests.seed", System.nanoTime());
  private final Random random = new Random(seed);

  /** The serializer. */
  protected abstract TableSerializer serializer();

  /** The options of the table. */
  protected abstract MappingOptions options();

  /** All of its columns that can be written. */
  protected abstract List<ValueField> fields();

  /** Whether a column can be NULL. */
  protected abstract boolean isNullable(ValueField field);

  /** Whether a part of the columns can be mapped alone. */
  protected boolean canMapSome() {
    return true;
  }

  /** A random value of a column, not null. */
  protected Object value(ValueField field, Random values) {
    return switch (field.type().kind()) {
      case BOOLEAN -> values.nextBoolean();
      case TINYINT -> (byte) values.nextInt();
      case SMALLINT -> (short) values.nextInt();
      case INTEGER -> values.nextInt();
      case BIGINT -> values.nextLong() >> values.nextInt(64);
      case NUMERIC ->
          new BigDecimal(new BigInteger(values.nextInt(120), values), field.type().scale());
      case REAL -> Float.intBitsToFloat(values.nextInt());
      case DOUBLE -> Double.longBitsToDouble(values.nextLong());
      case CHAR, VARCHAR -> text(values);
      case VARBINARY -> bytes(values.nextInt(20), values);
      case DATE -> LocalDate.ofEpochDay(values.nextInt(1_000_000) - 500_000);
      case TIME -> LocalTime.ofNanoOfDay(values.nextLong(86_400_000_000L) * 1000);
      case TIMESTAMP -> time(values);
      case TIMESTAMP_WITH_TIME_ZONE -> time(values).atOffset(ZoneOffset.UTC);
      case UUID -> new UUID(values.nextLong(), values.nextLong());
      default -> throw new AssertionError(field.type());
    };
  }

  private static String text(Random random) {
    String[] parts = {"a", "", "\u00e9", "\u4e16", "\ud83c\udf0d", "\0", "\"", "zz"};
    StringBuilder text = new StringBuilder();
    for (int count = random.nextInt(9); count > 0; count--) {
      text.append(parts[random.nextInt(parts.length)]);
    }
    return text.toString();
  }

  private static byte[] bytes(int length, Random random) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static LocalDateTime time(Random random) {
    return LocalDateTime.ofEpochSecond(
        random.nextInt(), random.nextInt(1000) * 1_000_000, ZoneOffset.UTC);
  }

  private ValueMapping mapping(List<ValueField> fields) {
    return serializer().map(fields, options());
  }

  private ColumnVector[] randomRow(List<ValueField> fields) {
    ColumnVector[] columns = new ColumnVector[fields.size()];
    for (int index = 0; index < columns.length; index++) {
      ValueField field = fields.get(index);
      columns[index] = ColumnVector.allocate(field.type().vectorKind(), 1);
      boolean isNull = isNullable(field) && random.nextInt(4) == 0;
      Values.set(field.type(), columns[index], 0, isNull ? null : value(field, random));
    }
    return columns;
  }

  private byte[] write(List<ValueField> fields, ColumnVector[] columns) {
    ByteBuilder target = new ByteBuilder();
    mapping(fields).newWriter().write(columns, 0, target);
    return target.toByteArray();
  }

  private void assertSame(List<ValueField> fields, ColumnVector[] expected, ColumnVector[] read) {
    for (int index = 0; index < expected.length; index++) {
      SqlType type = fields.get(index).type();
      String shown =
          fields.get(index).name()
              + " is "
              + Values.get(type, read[index], 0)
              + " instead of "
              + Values.get(type, expected[index], 0)
              + ", -Dtests.seed="
              + seed;
      assertTrue(expected[index].isSame(0, read[index], 0), shown);
    }
  }

  @Test
  void whatIsWrittenIsRead() {
    List<ValueField> fields = fields();
    ValueMapping mapping = mapping(fields);
    for (int row = 0; row < ROWS; row++) {
      ColumnVector[] columns = randomRow(fields);
      byte[] value = write(fields, columns);
      mapping.check(value, 0, value.length);
      assertSame(fields, columns, ValueBlock.readOne(mapping, fields, value));
    }
  }

  @Test
  void changingSomeColumnsKeepsTheOthers() {
    List<ValueField> fields = fields();
    for (int row = 0; row < ROWS; row++) {
      ColumnVector[] expected = randomRow(fields);
      byte[] old = write(fields, expected);
      List<ValueField> some = new ArrayList<>();
      List<ColumnVector> changed = new ArrayList<>();
      ColumnVector[] other = randomRow(fields);
      for (int index = 0; index < expected.length; index++) {
        boolean isChanged = random.nextBoolean();
        expected[index] = isChanged ? other[index] : expected[index];
        if (isChanged || !canMapSome()) {
          some.add(fields.get(index));
          changed.add(expected[index]);
        }
      }
      ByteBuilder target = new ByteBuilder();
      target.putByte(1);
      byte[] shifted = new byte[old.length + 2];
      System.arraycopy(old, 0, shifted, 1, old.length);
      ColumnVector[] columns = changed.toArray(new ColumnVector[0]);
      mapping(some).newWriter().rewrite(columns, 0, shifted, 1, old.length, target);
      byte[] value = Arrays.copyOfRange(target.bytes(), 1, target.length());
      mapping(fields).check(value, 0, value.length);
      assertSame(fields, expected, ValueBlock.readOne(mapping(fields), fields, value));
    }
  }

  @Test
  void valuesThatDoNotChangeKeepTheirBytes() {
    List<ValueField> fields = fields();
    for (int row = 0; row < ROWS; row++) {
      ColumnVector[] columns = randomRow(fields);
      byte[] old = write(fields, columns);
      ByteBuilder target = new ByteBuilder();
      mapping(fields).newWriter().rewrite(columns, 0, old, 0, old.length, target);
      assertArrayEquals(old, target.toByteArray());
    }
  }

  @Test
  void readsSelectedRowsOfABlock() {
    List<ValueField> fields = fields();
    ValueBlock block = new ValueBlock();
    List<ColumnVector[]> rows = new ArrayList<>();
    Selection odd = new Selection(ROWS);
    int[] positions = odd.startPositions(ROWS);
    for (int row = 0; row < ROWS; row++) {
      rows.add(randomRow(fields));
      boolean isOdd = row % 2 == 1;
      block.add(isOdd ? write(fields, rows.get(row)) : bytes(random.nextInt(9), random));
      positions[row / 2] = isOdd ? row : positions[row / 2];
    }
    odd.setCount(ROWS / 2);
    Map<Integer, String> problems = new TreeMap<>();
    ColumnVector[] read = block.read(mapping(fields), fields, odd, problems);
    problems.keySet().removeIf(row -> row % 2 == 0);
    assertEquals(Map.of(), problems);
    for (int row = 1; row < ROWS; row += 2) {
      for (int index = 0; index < read.length; index++) {
        assertTrue(rows.get(row)[index].isSame(0, read[index], row), "-Dtests.seed=" + seed);
      }
    }
  }

  @Test
  void badValuesAreToldAndNull() {
    List<ValueField> fields = fields();
    ColumnVector[] good = randomRow(fields);
    byte[] value = write(fields, good);
    ValueBlock block = new ValueBlock().add(value).add(new byte[0]).add(new byte[] {1, 2, 3});
    block.add(value);
    Map<Integer, String> problems = new TreeMap<>();
    ColumnVector[] read = block.read(mapping(fields), fields, problems);
    assertEquals("[1, 2]", problems.keySet().toString());
    for (int index = 0; index < read.length; index++) {
      assertTrue(read[index].isNull(1) && read[index].isNull(2));
      assertTrue(read[index].isSame(0, good[index], 0) && read[index].isSame(3, good[index], 0));
    }
    for (byte[] bad : List.of(new byte[0], new byte[] {1, 2, 3})) {
      GabbroException e =
          assertThrows(GabbroException.class, () -> mapping(fields).check(bad, 0, bad.length));
      assertEquals(ErrorCode.SERIALIZATION, e.code());
    }
  }

  /** A changed value reads as some row or is told, and can be rewritten or is refused. */
  @Test
  void corruptValuesAreToldOrAreSomeRow() {
    assertTimeoutPreemptively(Duration.ofMinutes(5), this::readCorruptValues);
  }

  private void readCorruptValues() {
    List<ValueField> fields = fields();
    ValueMapping mapping = mapping(fields);
    ValueWriter writer = mapping.newWriter();
    int good = 0;
    for (int round = 0; round < MUTATIONS; ) {
      ValueBlock block = new ValueBlock();
      ColumnVector[] row = randomRow(fields);
      byte[] original = write(fields, row);
      List<byte[]> changed = new ArrayList<>();
      for (int count = 0; count < 100; count++, round++) {
        changed.add(mutated(original));
        block.add(changed.get(count));
      }
      Map<Integer, String> problems = new TreeMap<>();
      ColumnVector[] read = block.read(mapping, fields, problems);
      for (int count = 0; count < 100; count++) {
        if (!problems.containsKey(count)) {
          good++;
          show(fields, read, count);
        }
      }
      rewrite(writer, row, changed.get(random.nextInt(100)));
    }
    assertTrue(good > 0 && good < MUTATIONS, good + " are good, -Dtests.seed=" + seed);
    // What corrupt values left behind does no harm to good ones.
    whatIsWrittenIsRead();
  }

  private static void show(List<ValueField> fields, ColumnVector[] read, int row) {
    for (int index = 0; index < read.length; index++) {
      SqlType type = fields.get(index).type();
      ColumnVector column = read[index];
      assertDoesNotThrow(() -> Values.get(type, column, row), fields.get(index).name());
    }
  }

  private void rewrite(ValueWriter writer, ColumnVector[] row, byte[] old) {
    try {
      writer.rewrite(row, 0, old, 0, old.length, new ByteBuilder());
    } catch (GabbroException e) {
      assertEquals(ErrorCode.SERIALIZATION, e.code(), () -> "-Dtests.seed=" + seed);
    }
  }

  private byte[] mutated(byte[] bytes) {
    byte[] changed = bytes.clone();
    for (int count = random.nextInt(4); count >= 0 && changed.length > 0; count--) {
      int[] values = {0, 1, 0x7F, 0x80, 0xFF, random.nextInt(256)};
      changed[random.nextInt(changed.length)] = (byte) values[random.nextInt(values.length)];
    }
    return random.nextInt(5) == 0
        ? Arrays.copyOf(changed, random.nextInt(changed.length + 9))
        : changed;
  }
}
