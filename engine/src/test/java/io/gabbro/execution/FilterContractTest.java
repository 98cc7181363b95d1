package io.gabbro.execution;

import io.gabbro.execution.planner.PhysicalPlanner;
import io.gabbro.plan.BoundExpression;
import io.gabbro.type.SqlType;
import java.util.List;

class FilterContractTest extends AbstractPipelineContractTest {
  private static final long LEAST = 3000;

  @Override
  protected Operator over(ExecutionContext context, Operator operand) {
    BoundExpression condition =
        Expressions.compare(COLUMNS.get(0).reference(), ">=", Expressions.constant(LEAST));
    return new FilterOperator(
        context.cancellation(),
        operand,
        new PhysicalPlanner(context).compiler(COLUMNS).predicate(condition));
  }

  @Override
  protected List<SqlType> outputTypes() {
    return List.of(SqlType.BIGINT, SqlType.TEXT);
  }

  @Override
  protected List<List<Object>> expected(List<List<Object>> rows) {
    return rows.stream().filter(row -> (Long) row.get(0) >= LEAST).toList();
  }
}
