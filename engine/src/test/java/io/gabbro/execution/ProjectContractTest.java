package io.gabbro.execution;

import io.gabbro.execution.expression.Evaluator;
import io.gabbro.execution.planner.PhysicalPlanner;
import io.gabbro.plan.BoundExpression;
import io.gabbro.type.SqlType;
import java.util.List;

class ProjectContractTest extends AbstractPipelineContractTest {
  @Override
  protected Operator over(ExecutionContext context, Operator operand) {
    BoundExpression number = COLUMNS.get(0).reference();
    Evaluator[] projections =
        new PhysicalPlanner(context)
            .compiler(COLUMNS)
            .evaluators(
                List.of(
                    Expressions.add(number, number),
                    Expressions.constant(SqlType.TEXT, "x"),
                    COLUMNS.get(1).reference()));
    return new ProjectOperator(context.cancellation(), operand, projections);
  }

  @Override
  protected List<SqlType> outputTypes() {
    return List.of(SqlType.BIGINT, SqlType.TEXT, SqlType.TEXT);
  }

  @Override
  protected List<List<Object>> expected(List<List<Object>> rows) {
    return rows.stream().map(row -> List.of((Long) row.get(0) * 2, "x", row.get(1))).toList();
  }
}
