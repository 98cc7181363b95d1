package io.gabbro.plan.binder;

import static io.gabbro.plan.binder.Bindings.printed;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class OrderByTest {
  private static String above(String sql) {
    String plan = printed(sql);
    return plan.substring(0, plan.indexOf("TableScan")).stripTrailing();
  }

  @Test
  void sortsByOrdinalsAliasesAndExpressionsOfTheList() {
    String expected = "Sort g, x DESC\n  Project w + 1 AS g, x";
    assertEquals(expected, above("SELECT w + 1 AS g, x FROM k ORDER BY 1, 2 DESC"));
    assertEquals(expected, above("SELECT w + 1 AS g, x FROM k ORDER BY g, x DESC"));
    assertEquals(expected, above("SELECT w + 1 AS g, x FROM k ORDER BY w + 1, k.x DESC"));
  }

  @Test
  void sortsByWhatIsNotSelected() {
    assertEquals(
        "Project x\n  Sort w, ?column?\n    Project x, w, y * 2 AS ?column?",
        above("SELECT x FROM k ORDER BY w, y * 2"));
  }

  @Test
  void aBareNameIsAnOutputColumnFirst() {
    assertEquals(
        "Sort w\n  Project - w AS w".replace("- w", "-w"),
        above("SELECT -w AS w FROM k ORDER BY w"));
    assertEquals(
        "Project w\n  Sort ?column?\n    Project -w AS w, w + 1 AS ?column?",
        above("SELECT -w AS w FROM k ORDER BY w + 1"));
  }

  @Test
  void nullsComeLastAscendingAndFirstDescending() {
    assertEquals(
        "Sort w, x DESC, y NULLS FIRST, z DESC NULLS LAST\n  Project w, x, y, z",
        above(
            "SELECT w, x, y, z FROM k"
                + " ORDER BY w NULLS LAST, x DESC, y NULLS FIRST, z DESC NULLS LAST"));
  }

  @Test
  void sortsGroups() {
    assertEquals(
        """
        Project x
          Sort count DESC
            Project x, count
              Aggregate
                keys: x
                aggregates: count(*)""",
        above("SELECT x FROM k GROUP BY x ORDER BY count(*) DESC"));
  }

  @Test
  void limitComesLast() {
    assertEquals(
        "Limit 1\n  Project x\n    Sort w\n      Project x, w",
        above("SELECT x FROM k ORDER BY w LIMIT 1"));
  }
}
