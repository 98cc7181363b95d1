package io.gabbro.execution.sort;

import io.gabbro.execution.AbstractPipelineContractTest;
import io.gabbro.execution.ExecutionContext;
import io.gabbro.execution.Operator;
import io.gabbro.execution.planner.PhysicalPlanner;
import io.gabbro.plan.SortKey;
import io.gabbro.type.SqlType;
import java.util.Comparator;
import java.util.List;

class TopNContractTest extends AbstractPipelineContractTest {
  private static final int BOUND = 2500;

  @Override
  protected Operator over(ExecutionContext context, Operator operand) {
    return new SortOperator(
        context,
        operand,
        COLUMNS,
        List.of(new SortKey(COLUMNS.get(0).reference(), true, false)),
        new PhysicalPlanner(context).compiler(COLUMNS),
        BOUND,
        null);
  }

  @Override
  protected List<SqlType> outputTypes() {
    return List.of(SqlType.BIGINT, SqlType.TEXT);
  }

  @Override
  protected List<List<Object>> expected(List<List<Object>> rows) {
    return rows.stream()
        .sorted(Comparator.comparing((List<Object> row) -> (Long) row.get(0)).reversed())
        .limit(BOUND)
        .toList();
  }
}
