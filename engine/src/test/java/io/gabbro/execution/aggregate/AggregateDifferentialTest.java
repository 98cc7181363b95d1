package io.gabbro.execution.aggregate;

import static io.gabbro.execution.Expressions.constant;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.execution.ExecutionContext;
import io.gabbro.execution.ExecutionFixture;
import io.gabbro.execution.Expressions;
import io.gabbro.execution.NaiveValues;
import io.gabbro.execution.RandomRows;
import io.gabbro.execution.RowsOperator;
import io.gabbro.execution.TestAggregates;
import io.gabbro.execution.TestSeed;
import io.gabbro.execution.planner.PhysicalPlanner;
import io.gabbro.plan.AggregateCall;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.plan.LogicalPlan.Project.Projection;
import io.gabbro.plan.PlanColumn;
import io.gabbro.plan.SortKey;
import io.gabbro.type.SqlType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random groupings give what maps of lists give, with and without files. */
class AggregateDifferentialTest {
  private static final int TEXT = 0;
  private static final int NUMBER = 1;

  private final long seed = TestSeed.get();
  private final Random random = new Random(seed);
  private RandomRows input;

  @TempDir private Path directory;

  @Test
  void agreesWithMapsInMemory() throws IOException {
    for (int round = 0; round < 100; round++) {
      check(64 << 20, 500, true);
    }
  }

  @Test
  void agreesWithMapsThroughFiles() throws IOException {
    for (int round = 0; round < 25; round++) {
      check(random.nextInt(20_000), 3000, false);
    }
  }

  private void check(long memory, int maxRows, boolean growing) throws IOException {
    List<SqlType> types = new ArrayList<>(List.of(SqlType.TEXT, SqlType.BIGINT));
    types.addAll(RandomRows.types(random, random.nextInt(4)));
    input = RandomRows.of(random, types, random.nextInt(maxRows));
    List<Projection> keys = new ArrayList<>();
    for (int index = 2; index < types.size(); index++) {
      PlanColumn column = input.columns().get(index);
      keys.add(new Projection(Expressions.column(100 + index, column.type()), column.reference()));
    }
    LogicalPlan.Aggregate plan = new LogicalPlan.Aggregate(input.plan(), keys, calls(growing));
    ExecutionContext context = ExecutionFixture.context(memory, directory);
    List<List<Object>> found;
    try (AggregateOperator operator =
        new AggregateOperator(
            context,
            plan,
            input.operator(random),
            () -> new PhysicalPlanner(context).compiler(input.columns()))) {
      found = RowsOperator.readAll(operator, plan.output().stream().map(PlanColumn::type).toList());
    }
    assertEquals(
        sorted(expected(plan)), sorted(RandomRows.keys(found)), () -> "seed " + seed + ": " + plan);
    assertEquals(0, context.memory().used());
    try (Stream<Path> files = Files.list(directory)) {
      assertTrue(files.findAny().isEmpty(), "temporary files are left");
    }
  }

  private static List<String> sorted(List<List<Object>> rows) {
    return rows.stream().map(Object::toString).sorted().toList();
  }

  private BoundExpression column(int index) {
    return input.columns().get(index).reference();
  }

  private List<AggregateCall> calls(boolean growing) {
    List<AggregateCall> calls = new ArrayList<>();
    BoundExpression condition = Expressions.compare(column(NUMBER), ">", constant(0));
    if (random.nextInt(4) > 0) {
      calls.add(TestAggregates.count(200));
      calls.add(TestAggregates.count(201, column(TEXT)));
      calls.add(TestAggregates.filter(TestAggregates.count(202), condition));
    }
    if (growing) {
      calls.add(TestAggregates.list(203, column(TEXT)));
      AggregateCall distinct = TestAggregates.distinct(TestAggregates.list(204, column(TEXT)));
      calls.add(distinct);
      calls.add(TestAggregates.filter(distinct, condition));
      calls.add(
          TestAggregates.orderBy(
              TestAggregates.list(205, column(TEXT)),
              new SortKey(column(NUMBER), random.nextBoolean(), random.nextBoolean())));
    }
    return calls;
  }

  private List<List<Object>> expected(LogicalPlan.Aggregate plan) {
    Map<List<Object>, List<List<Object>>> groups = new LinkedHashMap<>();
    if (plan.keys().isEmpty()) {
      groups.put(List.of(), new ArrayList<>());
    }
    for (List<Object> row : input.rows()) {
      List<Object> key = RandomRows.keys(List.of(row.subList(2, row.size()))).get(0);
      groups.computeIfAbsent(key, any -> new ArrayList<>()).add(row);
    }
    List<List<Object>> results = new ArrayList<>();
    groups.forEach(
        (key, rows) -> {
          List<Object> result = new ArrayList<>(key);
          plan.aggregates().forEach(call -> result.add(aggregate(call, rows)));
          results.add(result);
        });
    return results;
  }

  private Object aggregate(AggregateCall call, List<List<Object>> group) {
    List<List<Object>> rows = new ArrayList<>(group);
    call.filter().ifPresent(filter -> rows.removeIf(row -> !input.evaluator(row).isTrue(filter)));
    if (call.distinct()) {
      Set<Object> seen = new HashSet<>();
      rows.removeIf(row -> !seen.add(row.get(TEXT)));
    }
    call.orderBy().forEach(key -> rows.sort((left, right) -> compare(key, left, right)));
    if (call.name().equals("count")) {
      return call.arguments().isEmpty()
          ? (long) rows.size()
          : rows.stream().filter(row -> row.get(TEXT) != null).count();
    }
    StringBuilder text = new StringBuilder();
    rows.stream()
        .map(row -> row.get(TEXT))
        .filter(value -> value != null)
        .forEach(value -> text.append('[').append(value).append(']'));
    return text.toString();
  }

  private static int compare(SortKey key, List<Object> left, List<Object> right) {
    Object a = left.get(NUMBER);
    Object b = right.get(NUMBER);
    if (a == null || b == null) {
      return a == b ? 0 : (a == null) == key.nullsFirst() ? -1 : 1;
    }
    return NaiveValues.compare(a, b) * (key.descending() ? -1 : 1);
  }
}
