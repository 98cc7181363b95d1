package io.gabbro.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.plan.PlanColumn;
import io.gabbro.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What operators with an input must do besides. The input is (BIGINT 0, 1, 2, …; TEXT). */
public abstract class AbstractPipelineContractTest extends AbstractOperatorContractTest {
  /** The columns of the input. */
  protected static final List<PlanColumn> COLUMNS =
      List.of(Expressions.column(10, SqlType.BIGINT), Expressions.column(11, SqlType.TEXT));

  private static final int ROWS = 6000;

  private final long seed = TestSeed.get();
  private RowsOperator input;

  /** The operator over an input. */
  protected abstract Operator over(ExecutionContext context, Operator operand);

  /** The types of its output. */
  protected abstract List<SqlType> outputTypes();

  /** What it yields for rows of the input. */
  protected abstract List<List<Object>> expected(List<List<Object>> rows);

  private static List<List<Object>> rows(int count) {
    List<List<Object>> rows = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      rows.add(List.of((long) row, "text " + row));
    }
    return rows;
  }

  private Operator over(ExecutionContext context, int rowCount) {
    input =
        new RowsOperator(
            COLUMNS.stream().map(PlanColumn::type).toList(), rows(rowCount), new Random(seed));
    return over(context, input);
  }

  @Override
  protected Operator newOperator(ExecutionContext context) {
    return over(context, ROWS);
  }

  @Test
  void yieldsWhatIsExpected() {
    try (Operator operator = newOperator(newContext())) {
      List<List<Object>> found = RowsOperator.readAll(operator, outputTypes());
      assertEquals(expected(rows(ROWS)), found, () -> "seed " + seed);
    }
  }

  @Test
  void yieldsWhatIsExpectedOfNoRows() {
    try (Operator operator = over(newContext(), 0)) {
      assertEquals(expected(List.of()), RowsOperator.readAll(operator, outputTypes()));
    }
  }

  @Test
  void closesItsInput() {
    Operator operator = newOperator(newContext());
    assertNotNull(operator.next());
    operator.close();
    assertTrue(input.closes() > 0);
  }

  @Test
  void passesFailuresOfItsInputOn() {
    Operator operator = newOperator(newContext());
    input.failAfter(ROWS / 2);
    assertThrows(
        IllegalStateException.class,
        () -> {
          while (operator.next() != null) {
            // Reads on until the failure.
          }
        });
    operator.close();
    assertTrue(input.closes() > 0);
  }
}
