package io.gabbro.execution.aggregate;

import io.gabbro.execution.AbstractPipelineContractTest;
import io.gabbro.execution.ExecutionContext;
import io.gabbro.execution.Expressions;
import io.gabbro.execution.Operator;
import io.gabbro.execution.TestAggregates;
import io.gabbro.execution.planner.PhysicalPlanner;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.plan.LogicalPlan.Project.Projection;
import io.gabbro.type.SqlType;
import java.util.List;

class AggregateContractTest extends AbstractPipelineContractTest {
  @Override
  protected Operator over(ExecutionContext context, Operator operand) {
    LogicalPlan.Aggregate plan =
        new LogicalPlan.Aggregate(
            new LogicalPlan.Values(COLUMNS, List.of()),
            List.of(
                new Projection(Expressions.column(20, SqlType.TEXT), COLUMNS.get(1).reference())),
            List.of(TestAggregates.count(21)));
    return new AggregateOperator(
        context, plan, operand, () -> new PhysicalPlanner(context).compiler(COLUMNS));
  }

  @Override
  protected List<SqlType> outputTypes() {
    return List.of(SqlType.TEXT, SqlType.BIGINT);
  }

  @Override
  protected List<List<Object>> expected(List<List<Object>> rows) {
    return rows.stream().map(row -> List.of(row.get(1), (Object) 1L)).toList();
  }
}
