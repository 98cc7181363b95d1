package io.gabbro.optimizer;

import static io.gabbro.optimizer.Plans.optimized;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** All rules together. */
class OptimizerTest {
  @Test
  void readsOnlyWhatAQueryNeeds() {
    assertEquals(
        """
        Project s, sum AS total
          Filter sum > 10
            Aggregate
              keys: s
              aggregates: sum(c * 1.1)
              TableScan t
                columns: c, s
                keys: a >= 5
                filter: s < 3
        """,
        optimized(
            "SELECT s, sum(x) AS total FROM (SELECT a, s, c * 1.1 AS x FROM t WHERE 1 = 1) o"
                + " WHERE a >= 5 GROUP BY s HAVING s < 3 AND sum(x) > 10"));
  }

  @Test
  void countsWithoutReadingColumns() {
    assertEquals(
        """
        Aggregate
          aggregates: count(*)
          TableScan t
            columns: none
            keys: all
        """,
        optimized("SELECT count(*) FROM t"));
    assertEquals(
        """
        Aggregate
          aggregates: count(*)
          TableScan t
            columns: none
            keys: all
        """,
        optimized("SELECT count(*) FROM (SELECT a, b || 'x' AS y FROM t ORDER BY 2) o"));
  }

  @Test
  void readsNothingWhereNothingMatches() {
    assertEquals("Values 0 rows\n", optimized("SELECT * FROM t WHERE a = 1 AND FALSE"));
    assertEquals(
        "Aggregate\n  aggregates: count(*)\n  Values 0 rows\n",
        optimized("SELECT count(*) FROM t WHERE NULL"));
  }

  @Test
  void computesColumnsOfTheTopRowsOnly() {
    assertEquals(
        """
        Project a + 1 AS next
          TopN 3 by d DESC
            TableScan t
              columns: a, d
              keys: all
        """,
        optimized("SELECT a + 1 AS next FROM t ORDER BY d DESC LIMIT 3"));
  }

  @Test
  void keepsErrorsForTheRowsThatMeetThem() {
    assertEquals(
        """
        Project CASE WHEN flag THEN 1 / 0 ELSE 2 END AS x
          TableScan t
            columns: flag
            keys: all
        """,
        optimized("SELECT CASE WHEN flag THEN 1 / 0 ELSE 1 + 1 END AS x FROM t"));
    assertEquals("Values 0 rows\n", optimized("SELECT a FROM t WHERE FALSE AND 1 / 0 = 1"));
  }

  @Test
  void simplifiesAssignmentsDefaultsAndReturning() {
    assertEquals(
        """
        Update t
          set: s = 3
          returning: 4 AS four
          TableScan t
            columns: a, b, c, d, flag, n, v, s, _key, _value
            keys: all
        """,
        optimized("UPDATE t SET s = 1 + 2 RETURNING 2 + 2 AS four"));
  }

  @Test
  void keepsVolatileConditions() {
    assertEquals(
        """
        TableScan t
          columns: a
          keys: all
          filter: a = CAST(random() AS integer)
        """,
        optimized("SELECT a FROM t WHERE a = CAST(random() AS integer)"));
  }
}
