package io.gabbro.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.gabbro.function.FunctionRegistry;
import io.gabbro.function.builtin.BuiltinFunctions;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.plan.PlanPrinter;
import io.gabbro.plan.binder.Bindings;
import java.util.List;

/** Plans before and after single rules, and after all of them. */
final class Plans {
  static final FunctionRegistry FUNCTIONS = BuiltinFunctions.registry();

  private Plans() {}

  /** The plan of a query without columns that nobody uses, after some rules. */
  static LogicalPlan after(String sql, PlanRule... rules) {
    LogicalPlan plan = new PruneUnusedColumns().apply(Bindings.plan(sql));
    return rules.length == 0 ? plan : Optimizer.apply(plan, List.of(rules));
  }

  /** Asserts what a rule makes of a query, after some others were applied. */
  static void assertRule(
      PlanRule rule, String sql, String before, String expected, PlanRule... first) {
    LogicalPlan plan = after(sql, first);
    assertEquals(before, PlanPrinter.print(plan), "before");
    assertEquals(expected, PlanPrinter.print(Optimizer.apply(plan, List.of(rule))), "after");
  }

  /** Asserts that a rule leaves a query alone. */
  static void assertUnchanged(PlanRule rule, String sql, PlanRule... first) {
    LogicalPlan plan = after(sql, first);
    assertSame(plan, Optimizer.apply(plan, List.of(rule)), () -> PlanPrinter.print(plan));
  }

  /** The plan of a query after all rules. */
  static String optimized(String sql) {
    return PlanPrinter.print(
        new Optimizer(FUNCTIONS).optimize(Bindings.bind(sql).statement()), node -> List.of());
  }
}
