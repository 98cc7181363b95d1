package io.gabbro.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.column.ColumnView;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.execution.aggregate.AggregateOperator;
import io.gabbro.execution.planner.PhysicalPlanner;
import io.gabbro.execution.sort.SortOperator;
import io.gabbro.execution.spill.SpillDirectory;
import io.gabbro.plan.AggregateCall;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.plan.LogicalPlan.Project.Projection;
import io.gabbro.plan.SortKey;
import io.gabbro.type.SqlType;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What does not fit and cannot be put into files is an error, and takes nothing along. */
class MemoryLimitTest {
  private static final long LIMIT = 50_000;

  private final Random random = new Random(1);
  private final RandomRows input =
      RandomRows.of(random, List.of(SqlType.TEXT, SqlType.BIGINT), 20_000);

  @TempDir private Path directory;

  private static ExecutionContext withoutDirectory() {
    ExecutionContext context = ExecutionFixture.context();
    return new ExecutionContext(
        null,
        ColumnView.NONE,
        context.parameters(),
        context.evaluation(),
        context.cancellation(),
        new MemoryBudget(LIMIT),
        context.workers(),
        SpillDirectory.none(),
        context.badRows());
  }

  private void assertOutOfMemory(ExecutionContext context, Operator operator) {
    GabbroException error =
        assertThrows(
            GabbroException.class,
            () -> {
              while (operator.next() != null) {
                // Reads on until the failure.
              }
            });
    assertEquals(ErrorCode.OUT_OF_MEMORY, error.code());
    operator.close();
    assertEquals(0, context.memory().used());
    assertEquals(0, SpillDirectory.at(directory).deleteLeftovers());
  }

  private Operator aggregate(ExecutionContext context, List<Projection> keys, AggregateCall call) {
    return new AggregateOperator(
        context,
        new LogicalPlan.Aggregate(input.plan(), keys, List.of(call)),
        input.operator(random),
        () -> new PhysicalPlanner(context).compiler(input.columns()));
  }

  @Test
  void sortNeedsDirectory() {
    ExecutionContext context = withoutDirectory();
    assertOutOfMemory(
        context,
        new SortOperator(
            context,
            input.operator(random),
            input.columns(),
            List.of(new SortKey(input.columns().get(0).reference(), false, false)),
            new PhysicalPlanner(context).compiler(input.columns()),
            Integer.MAX_VALUE,
            null));
  }

  @Test
  void oneGroupCannotBePutIntoFiles() {
    ExecutionContext context = ExecutionFixture.context(LIMIT, directory);
    assertOutOfMemory(
        context,
        aggregate(context, List.of(), TestAggregates.list(30, input.columns().get(0).reference())));
  }

  @Test
  void growingGroupsCannotBePutIntoFiles() {
    ExecutionContext context = ExecutionFixture.context(LIMIT, directory);
    Projection key =
        new Projection(Expressions.column(31, SqlType.BIGINT), input.columns().get(1).reference());
    assertOutOfMemory(
        context,
        aggregate(
            context, List.of(key), TestAggregates.list(30, input.columns().get(0).reference())));
  }

  @Test
  void budgetIsSharedAndGivenBack() {
    MemoryBudget budget = new MemoryBudget(100);
    try (MemoryReservation first = new MemoryReservation(budget);
        MemoryReservation second = new MemoryReservation(budget)) {
      assertTrue(first.tryHold(60));
      assertFalse(second.tryHold(60));
      assertEquals(0, second.held());
      assertTrue(first.tryHold(30));
      assertTrue(second.tryHold(60));
      assertEquals(90, budget.used());
      assertThrows(GabbroException.class, () -> first.hold(50, "a test"));
    }
    assertEquals(0, budget.used());
  }
}
