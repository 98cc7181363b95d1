package io.gabbro.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.catalog.CatalogSnapshot;
import io.gabbro.catalog.KeyColumn;
import io.gabbro.error.GabbroException;
import io.gabbro.execution.ExecutionContext;
import io.gabbro.execution.ExecutionFixture;
import io.gabbro.execution.Operator;
import io.gabbro.execution.SimpleTable;
import io.gabbro.execution.StoreFixture;
import io.gabbro.execution.TestSeed;
import io.gabbro.execution.planner.PhysicalPlanner;
import io.gabbro.parser.SqlParser;
import io.gabbro.plan.BoundStatement;
import io.gabbro.plan.ConstantValues;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.plan.PlanPrinter;
import io.gabbro.plan.binder.Binder;
import io.gabbro.type.SqlType;
import io.gabbro.vector.RowBatch;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Random queries give the same rows before and after optimization. */
class OptimizedQueriesTest {
  private static final int QUERIES = 500;
  private static final int ROWS = 400;

  /** The key is (c50, c51 DESC, c52). */
  private static final List<SqlType> TYPES =
      List.of(
          SqlType.TEXT,
          SqlType.BIGINT,
          SqlType.SMALLINT,
          SqlType.INTEGER,
          SqlType.numeric(10, 2),
          SqlType.DATE,
          SqlType.BOOLEAN);

  private final long seed = TestSeed.get();
  private final Random random = new Random(seed);
  private final StoreFixture store = new StoreFixture();
  private final SimpleTable table =
      new SimpleTable(
          TYPES, List.of(new KeyColumn(0, false), new KeyColumn(1, true), new KeyColumn(2, false)));
  private Binder binder;

  @BeforeEach
  void writeRows() {
    binder = new Binder(CatalogSnapshot.empty().with(table.definition()), Plans.FUNCTIONS);
    Set<List<Object>> keys = new HashSet<>();
    List<List<Object>> rows = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      List<Object> key = List.of(text(), (long) number(), number());
      if (keys.add(key)) {
        List<Object> values = new ArrayList<>(key);
        values.add(orNull(number()));
        values.add(orNull(BigDecimal.valueOf(random.nextInt(1_000), 2)));
        values.add(orNull(LocalDate.of(2024, 1, 1).plusDays(random.nextInt(20))));
        values.add(orNull(random.nextBoolean()));
        rows.add(values);
      }
    }
    table.write(store.database(), rows);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private String text() {
    return Stream.of("a", "ab", "abc", "b", "ba", "", "z").toList().get(random.nextInt(7));
  }

  private int number() {
    return random.nextInt(9) - 3;
  }

  private Object orNull(Object value) {
    return random.nextInt(8) == 0 ? null : value;
  }

  @Test
  void giveTheSameRows() {
    for (int query = 0; query < QUERIES; query++) {
      String sql = query();
      LogicalPlan plan = new PruneUnusedColumns().apply(bind(sql));
      LogicalPlan optimized = new Optimizer(Plans.FUNCTIONS).optimize(plan);
      String message = "-Dtests.seed=" + seed + ": " + sql + "\n" + PlanPrinter.print(optimized);
      List<List<String>> expected = run(plan);
      List<List<String>> actual = run(optimized);
      if (!sql.contains("ORDER BY")) {
        expected.sort((left, right) -> left.toString().compareTo(right.toString()));
        actual.sort((left, right) -> left.toString().compareTo(right.toString()));
      }
      assertEquals(expected, actual, message);
      assertEquals(plan.output(), optimized.output(), message);
      assertEquals(0, store.openCursors(), message);
    }
  }

  @Test
  void doNotHideErrorsThatRowsMeet() {
    LogicalPlan plan = new PruneUnusedColumns().apply(bind("SELECT 1 / (c53 - c53) FROM simple"));
    for (LogicalPlan each : List.of(plan, new Optimizer(Plans.FUNCTIONS).optimize(plan))) {
      boolean failed = false;
      try {
        run(each);
      } catch (GabbroException divisionByZero) {
        failed = divisionByZero.sqlState().equals("22012");
      }
      assertTrue(failed, () -> "-Dtests.seed=" + seed);
    }
  }

  private LogicalPlan bind(String sql) {
    BoundStatement bound = binder.bind(SqlParser.parseStatement(sql), List.of()).statement();
    return ((BoundStatement.Query) bound).plan();
  }

  private List<List<String>> run(LogicalPlan plan) {
    ExecutionContext context =
        ExecutionFixture.context(
            store,
            ExecutionFixture.parameters(
                List.of(SqlType.BIGINT, SqlType.TEXT), List.of(List.of(2L, "ab"))));
    List<List<String>> rows = new ArrayList<>();
    try (Operator operator = new PhysicalPlanner(context).plan(plan)) {
      for (RowBatch batch = operator.next(); batch != null; batch = operator.next()) {
        for (int index = 0; index < batch.selection().count(); index++) {
          List<String> row = new ArrayList<>();
          for (int column = 0; column < batch.columnCount(); column++) {
            SqlType type = plan.output().get(column).type();
            row.add(
                String.valueOf(
                    ConstantValues.read(
                        type, batch.column(column), batch.selection().position(index))));
          }
          rows.add(row);
        }
      }
    }
    return rows;
  }

  private String query() {
    return switch (random.nextInt(6)) {
      case 0 -> "SELECT * FROM simple" + where();
      case 1 -> "SELECT c53 + 1 AS x, c50, c54 * 2, c50 FROM simple" + where();
      case 2 ->
          "SELECT c53, count(*), sum(c54), min(c51) FROM simple"
              + where()
              + " GROUP BY c53"
              + pick("", " HAVING c53 > 0", " HAVING c53 IS NULL OR count(*) > 3");
      case 3 ->
          "SELECT x, k FROM (SELECT c53 * 2 AS x, c51 AS k, c50, c51, c52 FROM simple"
              + where()
              + ") o"
              + pick("", " WHERE x > 1", " WHERE k = 2 AND c50 LIKE 'a%'", " WHERE x <> k");
      case 4 ->
          "SELECT "
              + pick("max(c50)", "min(c50)", "count(*)", "max(c53)")
              + " FROM simple"
              + where();
      default ->
          "SELECT c50, c51, c52, c53 FROM simple"
              + where()
              + " ORDER BY "
              + pick(
                  "c50, c51 DESC, c52",
                  "c50 DESC, c51, c52 DESC",
                  "c53, c50, c51, c52",
                  "c50, c51, c52",
                  "c50 DESC NULLS LAST, c52, c51")
              + pick("", " LIMIT 7", " LIMIT 5 OFFSET 3", " OFFSET 390");
    };
  }

  private String where() {
    StringBuilder sql = new StringBuilder();
    for (int count = random.nextInt(4); count > 0; count--) {
      sql.append(sql.isEmpty() ? " WHERE " : " AND ");
      sql.append(random.nextInt(5) == 0 ? "NOT (" + condition() + ")" : condition());
    }
    return sql.toString();
  }

  private String condition() {
    if (random.nextInt(5) == 0) {
      return "(" + condition() + pick(" OR ", " AND ") + condition() + ")";
    }
    String operator = pick(" = ", " < ", " <= ", " > ", " >= ", " <> ");
    return switch (random.nextInt(12)) {
      case 0, 1 -> "c50" + operator + "'" + text() + "'";
      case 2, 3 -> "c51" + operator + number();
      case 4 -> "c52" + operator + pick("40000", "1.5", "-2", String.valueOf(number()));
      case 5 -> "c53" + operator + pick("1.5", "c52", "NULL", String.valueOf(number()));
      case 6 -> "c50 LIKE '" + text() + pick("%", "", "_", "%c") + "'";
      case 7 -> "c51 IN (" + number() + ", " + number() + pick(", NULL", ", 1") + ")";
      case 8 -> "c50 IN ('" + text() + "', '" + text() + "')";
      case 9 -> "c51 BETWEEN " + number() + " AND " + number();
      case 10 -> "c55 >= " + pick("'2024-01-05'", "TIMESTAMP '2024-01-05 12:00'", "'2024-01-10'");
      default -> pick("c56", "c56 IS TRUE", "c53 IS NULL", "1 = 1", "c54 > 2.505", "c56 OR NULL");
    };
  }

  private String pick(String... choices) {
    return Arrays.asList(choices).get(random.nextInt(choices.length));
  }
}
