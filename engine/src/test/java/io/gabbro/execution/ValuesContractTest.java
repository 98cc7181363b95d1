package io.gabbro.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.plan.PlanColumn;
import io.gabbro.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValuesContractTest extends AbstractOperatorContractTest {
  private static final List<SqlType> PARAMETERS = List.of(SqlType.BIGINT, SqlType.TEXT);

  private static List<List<Object>> parameterRows(int count) {
    List<List<Object>> rows = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      rows.add(List.of((long) row, "text " + row));
    }
    return rows;
  }

  @Override
  protected ExecutionContext newContext() {
    return ExecutionFixture.context(
        null, ExecutionFixture.parameters(PARAMETERS, parameterRows(5000)));
  }

  private static BoundExpression parameter(int index) {
    return new BoundExpression.ParameterReference(index, PARAMETERS.get(index));
  }

  private static LogicalPlan.Values values(List<List<BoundExpression>> rows) {
    List<PlanColumn> columns = new ArrayList<>();
    for (BoundExpression value : rows.get(0)) {
      columns.add(Expressions.column(columns.size(), value.type()));
    }
    return new LogicalPlan.Values(columns, rows);
  }

  private static LogicalPlan.Values oneRow() {
    return values(
        List.of(
            List.of(
                parameter(1),
                Expressions.add(parameter(0), Expressions.constant(1)),
                Expressions.constant(7))));
  }

  @Override
  protected Operator newOperator(ExecutionContext context) {
    return new ValuesOperator(context, oneRow());
  }

  @Test
  void computesOneRowForEachRowOfParameters() {
    List<List<Object>> expected =
        parameterRows(5000).stream()
            .map(row -> List.of(row.get(1), (Object) ((Long) row.get(0) + 1), 7L))
            .toList();
    try (Operator operator = newOperator(newContext())) {
      assertEquals(
          expected,
          RowsOperator.readAll(operator, List.of(SqlType.TEXT, SqlType.BIGINT, SqlType.BIGINT)));
    }
  }

  @Test
  void repeatsAllRowsForEachRowOfParameters() {
    List<List<BoundExpression>> rows = new ArrayList<>();
    rows.add(List.of(parameter(1)));
    rows.add(List.of(Expressions.constant(SqlType.TEXT, null)));
    rows.add(List.of(Expressions.constant(SqlType.TEXT, "x")));
    List<Object> expected = new ArrayList<>();
    for (int row = 0; row < 5000; row++) {
      expected.add("text " + row);
      expected.add(null);
      expected.add("x");
    }
    try (Operator operator = new ValuesOperator(newContext(), values(rows))) {
      assertEquals(
          expected,
          RowsOperator.readAll(operator, List.of(SqlType.TEXT)).stream()
              .map(row -> row.get(0))
              .toList());
    }
  }

  @Test
  void yieldsOneRowWithoutColumns() {
    LogicalPlan.Values plan = new LogicalPlan.Values(List.of(), List.of(List.of()));
    try (Operator operator = new ValuesOperator(ExecutionFixture.context(), plan)) {
      assertEquals(List.of(List.of()), RowsOperator.readAll(operator, List.of()));
    }
  }

  @Test
  void yieldsNothingForNoRows() {
    LogicalPlan.Values plan =
        new LogicalPlan.Values(List.of(Expressions.column(1, SqlType.TEXT)), List.of());
    try (Operator operator = new ValuesOperator(ExecutionFixture.context(), plan)) {
      assertEquals(List.of(), RowsOperator.readAll(operator, List.of(SqlType.TEXT)));
    }
  }
}
