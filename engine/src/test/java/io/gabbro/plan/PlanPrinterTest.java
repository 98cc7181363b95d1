package io.gabbro.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gabbro.plan.binder.Bindings;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanPrinterTest {
  @Test
  void putsRemarksBehindNodes() {
    LogicalPlan plan = Bindings.plan("SELECT w FROM k WHERE w > 1");
    assertEquals(
        """
        Project w
          Filter w > 1 (rows 3, 1.5 ms)
            TableScan k (rows 7)
              columns: x, y, z, w, _key, _value
              keys: all
        """,
        PlanPrinter.print(
            plan,
            node ->
                node instanceof LogicalPlan.Filter
                    ? List.of("rows 3", "1.5 ms")
                    : node instanceof LogicalPlan.TableScan ? List.of("rows 7") : List.of()));
  }

  @Test
  void isTheSameForEqualPlans() {
    String sql = "SELECT x, sum(w) FROM k WHERE y IN (1, 2) GROUP BY x ORDER BY 2 DESC LIMIT 3";
    assertEquals(PlanPrinter.print(Bindings.plan(sql)), PlanPrinter.print(Bindings.plan(sql)));
  }

  @Test
  void cutsLongLists() {
    String head =
        PlanPrinter.print(
            Bindings.plan("SELECT w IN (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12) AS r FROM k"));
    assertEquals(
        "Project w IN (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, … 2 more) AS r",
        head.lines().iterator().next());
  }
}
