package io.gabbro.plan.binder;

import static io.gabbro.plan.binder.Bindings.bind;
import static io.gabbro.plan.binder.Bindings.printed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.gabbro.plan.BoundExpression.Constant;
import io.gabbro.plan.BoundExpression.ParameterReference;
import io.gabbro.plan.BoundStatement;
import io.gabbro.plan.BoundStatement.Insert;
import io.gabbro.plan.LogicalPlan.Values;
import io.gabbro.type.SqlType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class InsertBinderTest {
  private static List<Object> constants(String sql) {
    Insert insert = (Insert) bind(sql).statement();
    return ((Values) insert.input())
        .rows().get(0).stream().map(value -> ((Constant) value).value()).toList();
  }

  private static List<Object> row(Object... values) {
    return Arrays.asList(values);
  }

  @Test
  void convertsLiteralsAndFillsInDefaults() {
    assertEquals(
        row(1, "x", new BigDecimal("2.50"), LocalDate.of(2024, 1, 31), null, 7L, null, null),
        constants("INSERT INTO t (a, b, c, d) VALUES (1, 'x', 2.5, '2024-01-31')"));
    assertEquals(
        row(1, null, null, null, null, 7L, null, null),
        constants("INSERT INTO t (n, a) VALUES (DEFAULT, 1)"));
    assertEquals(
        row(1, "x", null, null, null, 7L, null, null), constants("INSERT INTO t VALUES (1, 'x')"));
    assertEquals(
        row(null, null, null, null, null, 7L, null, null),
        constants("INSERT INTO t DEFAULT VALUES"));
  }

  @Test
  void castsAsAssignments() {
    assertEquals(
        row(2, "7", new BigDecimal("1.01"), null, true, 3L, "abc", null),
        constants("INSERT INTO t (a, b, c, flag, n, v) VALUES (1.6, 7, 1.005, 'yes', 3, 'abc  ')"));
  }

  @Test
  void takesParametersOfTheColumnsTypes() {
    Insert insert = (Insert) bind("INSERT INTO k VALUES (?, ?, ?, ?)").statement();
    List<?> row = ((Values) insert.input()).rows().get(0);
    assertEquals(new ParameterReference(0, SqlType.TEXT), row.get(0));
    assertEquals(new ParameterReference(2, SqlType.SMALLINT), row.get(2));
  }

  @Test
  void takesQueries() {
    assertEquals(
        """
        Insert into k
          Project b AS x, CAST(a AS bigint) AS y, s AS z, NULL AS w
            Project b, a, s
              TableScan t
                columns: a, b, c, d, flag, n, v, s, _key, _value
                keys: all
        """,
        printed("INSERT INTO k (x, y, z) SELECT b, a, s FROM t"));
  }

  @Test
  void ordersAndLimitsValues() {
    assertInstanceOf(
        io.gabbro.plan.LogicalPlan.Project.class,
        ((Insert) bind("INSERT INTO heap (p) VALUES (1), (2) ORDER BY 1 LIMIT 1").statement())
            .input());
  }

  @Test
  void returnsRows() {
    assertEquals(
        """
        Insert into k
          returning: x, y, z, w, y + 1 AS next
          Values 1 row
        """,
        printed("INSERT INTO k VALUES ('a', 1, 2, 3) RETURNING *, y + 1 AS next"));
    Insert insert = (Insert) bind("INSERT INTO heap (p) VALUES (1) RETURNING _key").statement();
    BoundStatement.Returning returning = insert.returning().orElseThrow();
    assertEquals(
        List.of("p", "q", "r", "_key"),
        returning.rowColumns().stream().map(column -> column.name()).toList());
  }

  @Test
  void readsTextsOfFiles() {
    BoundStatement.CopyFrom copy =
        (BoundStatement.CopyFrom) bind("COPY t (d, a) FROM 'x.csv'").statement();
    assertEquals(List.of(3, 0), copy.columns());
    assertEquals(
        """
        Insert into t
          Values 1 row
        """,
        io.gabbro.plan.PlanPrinter.print(copy.insert(), node -> List.of()));
    Values values = (Values) copy.insert().input();
    assertEquals(SqlType.INTEGER, values.rows().get(0).get(0).type());
    assertEquals(
        List.of(new ParameterReference(1, SqlType.TEXT)), values.rows().get(0).get(0).operands());
    assertEquals(new Constant(SqlType.BIGINT, 7L), values.rows().get(0).get(5));
    assertEquals(List.of(), bind("COPY t (d, a) FROM 'x.csv'").parameterTypes());
  }
}
