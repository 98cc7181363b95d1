package io.gabbro.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gabbro.function.builtin.BuiltinFunctions;
import io.gabbro.type.SeededRandom;
import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;
import io.gabbro.vector.Values;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Aggregates over batches of random values in many groups, in parts that are combined. */
class RandomAggregateTest {
  private static final int GROUPS = 37;
  private static final int BATCHES = 12;
  private static final int ROWS = 500;

  private final Random random = SeededRandom.create();

  private void check(
      String name, SqlType type, Supplier<?> values, Function<List<Object>, Object> expected) {
    AggregateSignature signature =
        BuiltinFunctions.registry()
            .aggregate(name)
            .orElseThrow()
            .resolve(List.of(type))
            .orElseThrow();
    List<List<Object>> valuesOfGroups = new ArrayList<>();
    for (int group = 0; group < GROUPS; group++) {
      valuesOfGroups.add(new ArrayList<>());
    }
    Accumulator first = signature.accumulator().get();
    Accumulator second = signature.accumulator().get();
    ColumnVector vector = ColumnVector.allocate(type.vectorKind(), ROWS);
    for (int batch = 0; batch < BATCHES; batch++) {
      // The groups of the second accumulator are numbered the other way round.
      boolean isFirst = random.nextBoolean();
      Selection rows = anySelection();
      int[] groups = new int[ROWS];
      vector.reset();
      for (int index = 0; index < rows.count(); index++) {
        int row = rows.position(index);
        int group = random.nextInt(GROUPS);
        Object value = random.nextInt(10) == 0 ? null : values.get();
        groups[row] = isFirst ? group : GROUPS - 1 - group;
        Values.set(type, vector, row, value);
        valuesOfGroups.get(group).add(value);
      }
      Accumulator accumulator = isFirst ? first : second;
      accumulator.ensureGroups(GROUPS);
      accumulator.add(new ColumnVector[] {vector}, rows, groups);
    }
    int[] mapping = new int[GROUPS];
    for (int group = 0; group < GROUPS; group++) {
      mapping[group] = GROUPS - 1 - group;
    }
    first.ensureGroups(GROUPS);
    second.ensureGroups(GROUPS);
    first.combine(second, GROUPS, mapping);
    SqlType resultType = signature.result();
    ColumnVector results = ColumnVector.allocate(resultType.vectorKind(), GROUPS);
    for (int group = 0; group < GROUPS; group++) {
      first.result(group, results, group);
      List<Object> present = valuesOfGroups.get(group).stream().filter(Objects::nonNull).toList();
      assertEquals(
          present.isEmpty() && !name.equals("count") ? null : expected.apply(present),
          Values.get(resultType, results, group),
          name + " of " + type);
    }
  }

  private Selection anySelection() {
    if (random.nextBoolean()) {
      return Selection.ofAll(ROWS);
    }
    Selection selection = new Selection(ROWS);
    int[] positions = selection.startPositions(ROWS);
    int count = 0;
    for (int row = 0; row < ROWS; row++) {
      positions[count] = row;
      count += random.nextInt(3) == 0 ? 1 : 0;
    }
    selection.setCount(count);
    return selection;
  }

  private static BigDecimal sum(List<Object> values) {
    return values.stream()
        .map(value -> new BigDecimal(value.toString()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal average(List<Object> values, int scale) {
    return sum(values).divide(BigDecimal.valueOf(values.size()), scale, RoundingMode.HALF_UP);
  }

  private BigDecimal anyDecimal(int bits, int scale) {
    BigInteger magnitude = new BigInteger(bits, random);
    return new BigDecimal(random.nextBoolean() ? magnitude : magnitude.negate(), scale);
  }

  @Test
  void sums() {
    check("sum", SqlType.INTEGER, random::nextInt, values -> sum(values).longValueExact());
    check("sum", SqlType.BIGINT, random::nextLong, values -> sum(values));
    check("sum", SqlType.numeric(18, 4), () -> anyDecimal(59, 4), values -> sum(values));
    check("sum", SqlType.numeric(38, 9), () -> anyDecimal(115, 9), values -> sum(values));
    check(
        "sum",
        SqlType.numeric(38, 0),
        () -> anyDecimal(random.nextInt(8) == 0 ? 110 : 30, 0),
        values -> sum(values));
  }

  @Test
  void averages() {
    check("avg", SqlType.SMALLINT, () -> (short) random.nextInt(), values -> average(values, 16));
    check("avg", SqlType.BIGINT, random::nextLong, values -> average(values, 16));
    check("avg", SqlType.numeric(18, 4), () -> anyDecimal(59, 4), values -> average(values, 16));
    check("avg", SqlType.numeric(38, 20), () -> anyDecimal(100, 20), values -> average(values, 20));
  }

  @Test
  void extrema() {
    check("min", SqlType.INTEGER, random::nextInt, RandomAggregateTest::least);
    check("max", SqlType.BIGINT, random::nextLong, RandomAggregateTest::greatest);
    check("min", SqlType.DOUBLE, random::nextGaussian, RandomAggregateTest::least);
    check("max", SqlType.numeric(38, 9), () -> anyDecimal(115, 9), RandomAggregateTest::greatest);
    check("max", SqlType.TEXT, () -> "v" + random.nextInt(), RandomAggregateTest::greatest);
    check("count", SqlType.TEXT, () -> "v", values -> (long) values.size());
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Object least(List<Object> values) {
    return Collections.min((List) values);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Object greatest(List<Object> values) {
    return Collections.max((List) values);
  }
}
