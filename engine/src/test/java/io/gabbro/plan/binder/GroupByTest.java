package io.gabbro.plan.binder;

import static io.gabbro.plan.binder.Bindings.printed;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class GroupByTest {
  private static final String SCAN =
      """
          TableScan k
            columns: x, y, z, w, _key, _value
            keys: all
      """;

  private static String indent(int spaces) {
    return SCAN.indent(spaces - 4);
  }

  @Test
  void groupsByColumnsAndComputesAggregatesOnce() {
    assertEquals(
        """
        Project x, sum + 1 AS more, sum AS total
          Filter count > 1
            Aggregate
              keys: x
              aggregates: sum(w), count(*)
        """
            + indent(6),
        printed(
            "SELECT x, sum(w) + 1 AS more, sum(w) AS total FROM k GROUP BY x HAVING count(*) > 1"));
  }

  @Test
  void groupsByExpressionsOrdinalsAndAliases() {
    String expected =
        """
        Project g, count
          Aggregate
            keys: w + 1 AS g
            aggregates: count(*)
        """
            + indent(4);
    assertEquals(expected, printed("SELECT w + 1 AS g, count(*) FROM k GROUP BY 1"));
    assertEquals(expected, printed("SELECT w + 1 AS g, count(*) FROM k GROUP BY g"));
    assertEquals(
        expected.replace(" AS g", " AS ?column?").replace("Project g", "Project ?column? AS g"),
        printed("SELECT w + 1 AS g, count(*) FROM k GROUP BY w + 1"));
  }

  @Test
  void aBareNameIsAColumnOfTheTableFirst() {
    assertEquals(
        """
        Project w + 1 AS w
          Aggregate
            keys: w
        """
                .replace("  Aggregate\n    keys: w\n", "  Distinct\n    keys: w\n")
            + indent(4),
        printed("SELECT w + 1 AS w FROM k GROUP BY w"));
  }

  @Test
  void aggregatesWithoutGroupByMakeOneGroup() {
    assertEquals(
        """
        Project count + 1 AS ?column?
          Aggregate
            aggregates: count(*)
        """
            + indent(4),
        printed("SELECT count(*) + 1 FROM k"));
    assertEquals(
        """
        Project 1 AS one
          Filter min > 3
            Aggregate
              aggregates: min(w)
        """
            + indent(6),
        printed("SELECT 1 AS one FROM k HAVING min(w) > 3"));
  }

  @Test
  void columnsThatDependOnThePrimaryKeyAreAllowed() {
    assertEquals(
        """
        Project w, count
          Aggregate
            keys: x, y, z, w
            aggregates: count(*)
        """
            + indent(4),
        printed("SELECT w, count(*) FROM k GROUP BY x, y, z"));
  }

  @Test
  void aggregatesTakeDistinctFilterAndOrder() {
    assertEquals(
        """
        Project count, max AS m
          Aggregate
            aggregates: count(DISTINCT w), max(y ORDER BY z DESC) FILTER (WHERE w > 1)
        """
            + indent(4),
        printed(
            "SELECT count(DISTINCT w), max(y ORDER BY z DESC) FILTER (WHERE w > 1) AS m FROM k"));
  }

  @Test
  void distinctGroupsByAllColumns() {
    assertEquals(
        """
        Sort w
          Distinct
            keys: w, x
            Project w, x
        """
            + indent(6),
        printed("SELECT DISTINCT w, x FROM k ORDER BY w"));
  }
}
