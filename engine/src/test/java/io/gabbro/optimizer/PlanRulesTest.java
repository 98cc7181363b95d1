package io.gabbro.optimizer;

import static io.gabbro.optimizer.Plans.assertRule;
import static io.gabbro.optimizer.Plans.assertUnchanged;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gabbro.plan.PlanPrinter;
import org.junit.jupiter.api.Test;

class PlanRulesTest {
  private static final SimplifyExpressions SIMPLIFY = new SimplifyExpressions(Plans.FUNCTIONS);
  private static final PushFilterIntoScan INTO_SCAN = new PushFilterIntoScan();

  @Test
  void pruneUnusedColumns() {
    assertEquals(
        """
        Project sum
          Aggregate
            aggregates: sum(x)
            Project a AS x
              Filter d > DATE '2024-01-01'
                TableScan t
                  columns: a, d
                  keys: all
        """,
        PlanPrinter.print(
            Plans.after(
                "SELECT sum(x) FROM (SELECT a AS x, b, c + 1 AS more FROM t"
                    + " WHERE d > '2024-01-01') o")));
    assertEquals(
        """
        Project count
          Aggregate
            aggregates: count(*)
            TableScan t
              columns: none
              keys: all
        """,
        PlanPrinter.print(Plans.after("SELECT count(*) FROM t")));
  }

  @Test
  void pushFilterIntoScan() {
    assertRule(
        INTO_SCAN,
        "SELECT a FROM t WHERE flag",
        """
        Project a
          Filter flag
            TableScan t
              columns: a, flag
              keys: all
        """,
        """
        Project a
          TableScan t
            columns: a, flag
            keys: all
            filter: flag
        """);
    assertUnchanged(INTO_SCAN, "SELECT count(*) FROM t HAVING count(*) > 1");
  }

  @Test
  void pushFilterThroughProject() {
    PlanRule rule = new PushFilterThroughProject();
    assertRule(
        rule,
        "SELECT x FROM (SELECT a + 1 AS x, b FROM t) o WHERE x > 5 AND b = 'y'",
        """
        Project x
          Filter x > 5 AND b = 'y'
            Project a + 1 AS x, b
              TableScan t
                columns: a, b
                keys: all
        """,
        """
        Project x
          Project a + 1 AS x, b
            Filter (a + 1) > 5 AND b = 'y'
              TableScan t
                columns: a, b
                keys: all
        """);
    assertUnchanged(rule, "SELECT x FROM (SELECT DISTINCT a AS x FROM t) o WHERE x > 5");
  }

  @Test
  void pushFilterThroughSort() {
    PlanRule rule = new PushFilterThroughSort();
    assertRule(
        rule,
        "SELECT a FROM (SELECT a FROM t ORDER BY a) o WHERE a > 5",
        """
        Project a
          Filter a > 5
            Sort a
              Project a
                TableScan t
                  columns: a
                  keys: all
        """,
        """
        Project a
          Sort a
            Filter a > 5
              Project a
                TableScan t
                  columns: a
                  keys: all
        """);
    assertUnchanged(rule, "SELECT a FROM (SELECT a FROM t ORDER BY a LIMIT 9) o WHERE a > 5");
  }

  @Test
  void pushFilterThroughAggregate() {
    PlanRule rule = new PushFilterThroughAggregate();
    assertRule(
        rule,
        "SELECT s FROM t GROUP BY s HAVING s > 1 AND count(*) > 2",
        """
        Project s
          Filter s > 1 AND count > 2
            Aggregate
              keys: s
              aggregates: count(*)
              TableScan t
                columns: s
                keys: all
        """,
        """
        Project s
          Filter count > 2
            Aggregate
              keys: s
              aggregates: count(*)
              Filter s > 1
                TableScan t
                  columns: s
                  keys: all
        """);
    assertUnchanged(rule, "SELECT count(*) FROM t HAVING 1 > 2");
    assertUnchanged(rule, "SELECT s FROM t GROUP BY s HAVING s + count(*) > 1");
  }

  @Test
  void mergeAdjacentFilters() {
    PlanRule rule = new MergeAdjacentFilters();
    assertRule(
        rule,
        "SELECT a FROM (SELECT * FROM (SELECT a, s FROM t WHERE s > 1) i) o WHERE a > 5",
        """
        Project a
          Filter a > 5
            Filter s > 1
              TableScan t
                columns: a, s
                keys: all
        """,
        """
        Project a
          Filter s > 1 AND a > 5
            TableScan t
              columns: a, s
              keys: all
        """,
        new PushFilterThroughProject(),
        new PushFilterThroughProject(),
        new MergeAdjacentProjects());
    assertUnchanged(rule, "SELECT a FROM t WHERE a > 5");
  }

  @Test
  void removeTrivialFilter() {
    PlanRule rule = new RemoveTrivialFilter();
    assertRule(
        rule,
        "SELECT a FROM t WHERE 1 = 1",
        """
        Project a
          Filter TRUE
            TableScan t
              columns: a
              keys: all
        """,
        """
        Project a
          TableScan t
            columns: a
            keys: all
        """,
        SIMPLIFY);
    String nothing = "Project a\n  Values 0 rows\n";
    assertEquals(
        nothing, PlanPrinter.print(Plans.after("SELECT a FROM t WHERE a > 1 AND NULL", rule)));
    assertEquals(
        nothing, PlanPrinter.print(Plans.after("SELECT a FROM t WHERE a = NULL", SIMPLIFY, rule)));
    assertUnchanged(rule, "SELECT a FROM t WHERE a > 1 OR NULL");
  }

  @Test
  void mergeAdjacentProjects() {
    PlanRule rule = new MergeAdjacentProjects();
    assertRule(
        rule,
        "SELECT x + 1 AS y, b FROM (SELECT a * 2 AS x, b FROM t) o",
        """
        Project x + 1 AS y, b
          Project a * 2 AS x, b
            TableScan t
              columns: a, b
              keys: all
        """,
        """
        Project (a * 2) + 1 AS y, b
          TableScan t
            columns: a, b
            keys: all
        """);
    assertRule(
        rule,
        "SELECT sum(x) FROM (SELECT a * 2 AS x FROM t) o",
        """
        Project sum
          Aggregate
            aggregates: sum(x)
            Project a * 2 AS x
              TableScan t
                columns: a
                keys: all
        """,
        """
        Project sum
          Aggregate
            aggregates: sum(a * 2)
            TableScan t
              columns: a
              keys: all
        """);
    assertUnchanged(rule, "SELECT x, x + 1 FROM (SELECT a * 2 AS x FROM t) o");
  }

  @Test
  void removeTrivialProject() {
    PlanRule rule = new RemoveTrivialProject();
    String scan =
        """
        TableScan t
          columns: a, b
          keys: all
        """;
    assertRule(rule, "SELECT a, b FROM t", "Project a, b\n" + scan.indent(2), scan);
    assertUnchanged(rule, "SELECT b, a FROM t");
    assertUnchanged(rule, "SELECT a AS x, b FROM t");
    assertUnchanged(rule, "SELECT a FROM t WHERE b = 'x'");
  }

  @Test
  void mergeProjectIntoScan() {
    PlanRule rule = new MergeProjectIntoScan();
    assertRule(
        rule,
        "SELECT b, a AS x FROM t",
        """
        Project b, a AS x
          TableScan t
            columns: a, b
            keys: all
        """,
        """
        TableScan t
          columns: b, a AS x
          keys: all
        """);
    assertUnchanged(rule, "SELECT a, a FROM t");
    assertUnchanged(rule, "SELECT a + 1 FROM t");
    assertUnchanged(rule, "SELECT a FROM t WHERE b = 'x'", INTO_SCAN);
  }

  @Test
  void pushLimitThroughProject() {
    PlanRule rule = new PushLimitThroughProject();
    assertRule(
        rule,
        "SELECT a + 1 AS x FROM t LIMIT 10 OFFSET 5",
        """
        Limit 10 offset 5
          Project a + 1 AS x
            TableScan t
              columns: a
              keys: all
        """,
        """
        Project a + 1 AS x
          Limit 10 offset 5
            TableScan t
              columns: a
              keys: all
        """);
    assertUnchanged(rule, "SELECT a FROM t ORDER BY a LIMIT 10");
  }

  @Test
  void mergeLimitIntoSort() {
    PlanRule rule = new MergeLimitIntoSort();
    assertRule(
        rule,
        "SELECT b FROM t ORDER BY b DESC LIMIT 10 OFFSET 5",
        """
        Limit 10 offset 5
          Sort b DESC
            Project b
              TableScan t
                columns: b
                keys: all
        """,
        """
        TopN 10 offset 5 by b DESC
          Project b
            TableScan t
              columns: b
              keys: all
        """);
    assertUnchanged(rule, "SELECT b FROM t ORDER BY b OFFSET 5");
  }

  @Test
  void computeColumnsAfterTopN() {
    PlanRule rule = new ComputeColumnsAfterTopN();
    MergeLimitIntoSort top = new MergeLimitIntoSort();
    assertRule(
        rule,
        "SELECT b, a + 1 AS x FROM t ORDER BY b LIMIT 10",
        """
        TopN 10 by b
          Project b, a + 1 AS x
            TableScan t
              columns: a, b
              keys: all
        """,
        """
        Project b, a + 1 AS x
          TopN 10 by b
            TableScan t
              columns: a, b
              keys: all
        """,
        top);
    assertUnchanged(rule, "SELECT b, a + 1 AS x FROM t ORDER BY x LIMIT 10", top);
  }

  @Test
  void removeSortWithoutEffect() {
    PlanRule rule = new RemoveSortWithoutEffect();
    assertRule(
        rule,
        "SELECT sum(a) FROM (SELECT a FROM t ORDER BY b) o",
        """
        Project sum
          Aggregate
            aggregates: sum(a)
            Sort b
              TableScan t
                columns: a, b
                keys: all
        """,
        """
        Project sum
          Aggregate
            aggregates: sum(a)
            TableScan t
              columns: a, b
              keys: all
        """,
        new MergeAdjacentProjects(),
        new MergeProjectIntoScan());
    assertUnchanged(rule, "SELECT sum(a) FROM (SELECT a FROM t ORDER BY a LIMIT 5) o");
    assertUnchanged(rule, "SELECT string_agg(b, ',') FROM (SELECT b FROM t ORDER BY b) o");
  }
}
