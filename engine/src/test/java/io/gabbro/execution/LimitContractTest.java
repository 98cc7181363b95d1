package io.gabbro.execution;

import io.gabbro.type.SqlType;
import java.util.List;

class LimitContractTest extends AbstractPipelineContractTest {
  private static final int LIMIT = 5000;
  private static final int OFFSET = 333;

  @Override
  protected Operator over(ExecutionContext context, Operator operand) {
    return new LimitOperator(context.cancellation(), operand, LIMIT, OFFSET);
  }

  @Override
  protected List<SqlType> outputTypes() {
    return List.of(SqlType.BIGINT, SqlType.TEXT);
  }

  @Override
  protected List<List<Object>> expected(List<List<Object>> rows) {
    return rows.stream().skip(OFFSET).limit(LIMIT).toList();
  }
}
