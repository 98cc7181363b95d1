package io.gabbro.execution.sort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.execution.ExecutionContext;
import io.gabbro.execution.ExecutionFixture;
import io.gabbro.execution.NaiveValues;
import io.gabbro.execution.RandomRows;
import io.gabbro.execution.RowsOperator;
import io.gabbro.execution.TestSeed;
import io.gabbro.execution.planner.PhysicalPlanner;
import io.gabbro.plan.SortKey;
import io.gabbro.type.SqlType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random sorts give what a stable sort of a list gives, with and without files. */
class SortDifferentialTest {
  private final long seed = TestSeed.get();
  private final Random random = new Random(seed);

  @TempDir private Path directory;

  @Test
  void agreesWithStableSortInMemory() throws IOException {
    for (int round = 0; round < 100; round++) {
      check(64 << 20, 500);
    }
  }

  @Test
  void agreesWithStableSortThroughFiles() throws IOException {
    for (int round = 0; round < 25; round++) {
      check(random.nextInt(20_000), 3000);
    }
  }

  private void check(long memory, int maxRows) throws IOException {
    List<SqlType> types = RandomRows.types(random, 1 + random.nextInt(4));
    RandomRows input = RandomRows.of(random, types, random.nextInt(maxRows));
    List<SortKey> keys = new ArrayList<>();
    for (int count = random.nextInt(3); count >= 0; count--) {
      keys.add(
          new SortKey(
              input.columns().get(random.nextInt(types.size())).reference(),
              random.nextBoolean(),
              random.nextBoolean()));
    }
    int bound = random.nextBoolean() ? Integer.MAX_VALUE : random.nextInt(maxRows / 2);
    ExecutionContext context = ExecutionFixture.context(memory, directory);
    List<List<Object>> sorted;
    try (SortOperator operator =
        new SortOperator(
            context,
            input.operator(random),
            input.columns(),
            keys,
            new PhysicalPlanner(context).compiler(input.columns()),
            bound,
            null)) {
      sorted = RowsOperator.readAll(operator, types);
    }
    List<List<Object>> expected =
        input.rows().stream()
            .sorted((left, right) -> compare(input, keys, left, right))
            .limit(bound)
            .toList();
    assertEquals(
        RandomRows.keys(expected),
        RandomRows.keys(sorted),
        () -> "seed " + seed + ": " + keys + " limit " + bound);
    assertEquals(0, context.memory().used());
    try (Stream<Path> files = Files.list(directory)) {
      assertTrue(files.findAny().isEmpty(), "temporary files are left");
    }
  }

  private static int compare(
      RandomRows input, List<SortKey> keys, List<Object> left, List<Object> right) {
    for (SortKey key : keys) {
      Object a = input.evaluator(left).evaluate(key.value());
      Object b = input.evaluator(right).evaluate(key.value());
      int order;
      if (a == null || b == null) {
        order = a == b ? 0 : (a == null) == key.nullsFirst() ? -1 : 1;
      } else {
        order = NaiveValues.compare(a, b) * (key.descending() ? -1 : 1);
      }
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
