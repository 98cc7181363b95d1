package io.gabbro.plan.binder;

import static io.gabbro.plan.binder.Bindings.columns;
import static io.gabbro.plan.binder.Bindings.names;
import static io.gabbro.plan.binder.Bindings.printed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.catalog.TableName;
import io.gabbro.plan.PlanColumn;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SelectBinderTest {
  @Test
  void projectsAScan() {
    assertEquals(
        """
        Project a, c + 1 AS more
          Filter a > 5
            TableScan k
              columns: x, y, z, w, _key, _value
              keys: all
        """
            .replace("a, c + 1 AS more", "w, y + 1 AS more")
            .replace("a > 5", "w > 5"),
        printed("SELECT w, y + 1 AS more FROM k WHERE w > 5"));
  }

  @Test
  void selectsWithoutTable() {
    assertEquals("Project 1 AS one\n  Values 1 row\n", printed("SELECT 1 AS one"));
  }

  @Test
  void expandsStars() {
    assertEquals(List.of("x", "y", "z", "w"), names("SELECT * FROM k"));
    assertEquals(List.of("x", "y", "z", "w", "w"), names("SELECT other.*, w FROM k AS other"));
    assertEquals(List.of("one", "two"), names("SELECT * FROM (VALUES (1, 2)) d (one, two)"));
  }

  @Test
  void resolvesPseudoColumnsByNameOnly() {
    assertEquals("_key bytea, _value bytea", columns("SELECT _key, k._value FROM k"));
  }

  @Test
  void resolvesSchemasAndAliases() {
    assertEquals(List.of("w", "w"), names("SELECT w, k.w FROM public.k"));
    assertEquals(List.of("w", "w"), names("SELECT w, o.w FROM k o"));
  }

  @Test
  void derivedTablesRenameColumns() {
    assertEquals(
        "first integer, b text", columns("SELECT * FROM (SELECT a, b FROM t) AS d (first)"));
  }

  @Test
  void namesColumnsAsPostgresql() {
    assertEquals(
        List.of("a", "?column?", "count", "case", "n", "int8", "a", "coalesce", "date", "bool"),
        names(
            "SELECT a, a + 1, count(*), CASE WHEN flag THEN 1 END, CASE WHEN flag THEN 1 ELSE n END,"
                + " (a + 1)::bigint, CAST(a AS bigint), coalesce(a, 1), DATE '2024-01-31', TRUE"
                + " FROM t GROUP BY a"));
  }

  @Test
  void tellsOriginAndNullability() {
    List<PlanColumn> columns =
        Bindings.plan("SELECT a AS key, b, a + 1 AS next, a FROM t").output();
    PlanColumn key = columns.get(0);
    assertEquals("key", key.name());
    assertEquals(Optional.of(new PlanColumn.Origin(TableName.of("t"), "a")), key.origin());
    assertFalse(key.nullable());
    assertTrue(columns.get(1).nullable());
    assertEquals(Optional.empty(), columns.get(2).origin());
    assertEquals("a", columns.get(3).origin().orElseThrow().column());
  }

  @Test
  void valuesTakeCommonTypes() {
    assertEquals(
        "column1 numeric(11,1), column2 date, column3 text",
        columns("VALUES (1, NULL, 'x'), (1.5, DATE '2024-01-31', NULL)"));
    assertEquals(
        """
        Sort column1 DESC
          Project column1, column2
            Values 2 rows
        """,
        printed("VALUES (1, 'a'), (2, 'b') ORDER BY column1 DESC"));
  }

  @Test
  void limitsTakeParametersAndExpressions() {
    assertEquals(
        """
        Limit ?1 offset 3
          Project a
            TableScan t
              columns: a, b, c, d, flag, n, v, s, _key, _value
              keys: all
        """,
        printed("SELECT a FROM t LIMIT ? OFFSET 1 + 2").replace("CAST(1 + 2 AS bigint)", "3"));
  }
}
