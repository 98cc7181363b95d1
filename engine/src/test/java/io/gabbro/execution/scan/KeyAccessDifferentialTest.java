package io.gabbro.execution.scan;

import static io.gabbro.execution.Expressions.constant;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gabbro.catalog.KeyColumn;
import io.gabbro.execution.ExecutionFixture;
import io.gabbro.execution.NaiveValues;
import io.gabbro.execution.Operator;
import io.gabbro.execution.RowsOperator;
import io.gabbro.execution.SimpleTable;
import io.gabbro.execution.StoreFixture;
import io.gabbro.execution.TestSeed;
import io.gabbro.execution.planner.PhysicalPlanner;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.KeyAccess;
import io.gabbro.plan.LogicalPlan.TableScan;
import io.gabbro.type.SqlType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random unions of key ranges give the rows that a test of every row finds, in key order. */
class KeyAccessDifferentialTest {
  private static final List<SqlType> KEY_TYPES =
      List.of(
          SqlType.INTEGER, SqlType.BIGINT, SqlType.TEXT, SqlType.DOUBLE, SqlType.numeric(38, 2));

  private final long seed = TestSeed.get();
  private final Random random = new Random(seed);

  @Test
  void agreesWithTestOfEveryRow() {
    for (int round = 0; round < 150; round++) {
      try (StoreFixture store = new StoreFixture()) {
        SimpleTable table = randomTable();
        List<List<Object>> rows = writeRandomRows(table, store);
        for (int count = 0; count < 10; count++) {
          check(table, store, rows, randomAccess(table));
        }
        assertEquals(0, store.openCursors());
      }
    }
  }

  private SimpleTable randomTable() {
    List<SqlType> types = new ArrayList<>();
    List<KeyColumn> keys = new ArrayList<>();
    for (int column = random.nextInt(3); column >= 0; column--) {
      keys.add(new KeyColumn(types.size(), random.nextBoolean()));
      types.add(KEY_TYPES.get(random.nextInt(KEY_TYPES.size())));
    }
    return new SimpleTable(types, keys);
  }

  private List<List<Object>> writeRandomRows(SimpleTable table, StoreFixture store) {
    Map<List<Object>, List<Object>> byKey = new LinkedHashMap<>();
    for (int count = 0; count < 80; count++) {
      List<Object> row = new ArrayList<>();
      table.types().forEach(type -> row.add(NaiveValues.randomNotNull(random, type)));
      byKey.putIfAbsent(row.stream().map(NaiveValues::key).toList(), row);
    }
    List<List<Object>> rows = new ArrayList<>(byKey.values());
    rows.sort((left, right) -> compareKeys(table, left, right));
    table.write(store.database(), rows);
    return rows;
  }

  private static int compareKeys(SimpleTable table, List<Object> left, List<Object> right) {
    for (KeyColumn column : table.definition().primaryKey()) {
      int order = NaiveValues.compare(left.get(column.column()), right.get(column.column()));
      if (order != 0) {
        return column.descending() ? -order : order;
      }
    }
    return 0;
  }

  private KeyAccess randomAccess(SimpleTable table) {
    List<KeyAccess.Range> ranges = new ArrayList<>();
    for (int count = random.nextInt(4); count >= 0; count--) {
      int equal = random.nextInt(table.types().size() + 1);
      List<BoundExpression> values = new ArrayList<>();
      for (int column = 0; column < equal; column++) {
        values.add(value(table.types().get(column)));
      }
      boolean bounded = equal < table.types().size();
      ranges.add(
          new KeyAccess.Range(
              values,
              bounded ? bound(table.types().get(equal)) : Optional.empty(),
              bounded ? bound(table.types().get(equal)) : Optional.empty()));
    }
    return new KeyAccess(ranges);
  }

  private Optional<KeyAccess.Bound> bound(SqlType type) {
    return random.nextInt(3) == 0
        ? Optional.empty()
        : Optional.of(new KeyAccess.Bound(value(type), random.nextBoolean()));
  }

  private BoundExpression value(SqlType type) {
    return constant(type, random.nextInt(20) == 0 ? null : NaiveValues.randomNotNull(random, type));
  }

  private void check(
      SimpleTable table, StoreFixture store, List<List<Object>> rows, KeyAccess access) {
    List<List<Object>> expected =
        rows.stream()
            .filter(row -> access.ranges().stream().anyMatch(range -> matches(range, row)))
            .toList();
    TableScan scan =
        new TableScan(table.definition(), table.scanColumns(), access, Optional.empty());
    List<List<Object>> found;
    try (Operator operator =
        new PhysicalPlanner(ExecutionFixture.context(store, ExecutionFixture.noParameters()))
            .plan(scan)) {
      found = RowsOperator.readAll(operator, table.types());
    }
    assertEquals(keys(expected), keys(found), () -> "seed " + seed + ": " + access);
  }

  private static List<List<Object>> keys(List<List<Object>> rows) {
    return rows.stream().map(row -> row.stream().map(NaiveValues::key).toList()).toList();
  }

  private static boolean matches(KeyAccess.Range range, List<Object> row) {
    int column = 0;
    for (BoundExpression value : range.equal()) {
      Object constant = ((BoundExpression.Constant) value).value();
      if (constant == null || NaiveValues.compare(row.get(column++), constant) != 0) {
        return false;
      }
    }
    int next = column;
    return range.lower().map(bound -> holds(bound, row.get(next), 1)).orElse(true)
        && range.upper().map(bound -> holds(bound, row.get(next), -1)).orElse(true);
  }

  private static boolean holds(KeyAccess.Bound bound, Object value, int sign) {
    Object constant = ((BoundExpression.Constant) bound.value()).value();
    if (constant == null) {
      return false;
    }
    int order = NaiveValues.compare(value, constant) * sign;
    return order > 0 || (order == 0 && bound.inclusive());
  }
}
