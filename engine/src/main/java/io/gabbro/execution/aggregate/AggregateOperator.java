package io.gabbro.execution.aggregate;

import io.gabbro.execution.ExecutionContext;
import io.gabbro.execution.Operator;
import io.gabbro.execution.PullOperator;
import io.gabbro.execution.Spilling;
import io.gabbro.execution.expression.ExpressionCompiler;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.vector.RowBatch;
import java.util.function.Supplier;

/**
 * One row for each group, or one row when there are no keys. What does not fit into memory goes
 * into files, see {@link SpillingAggregation}.
 */
public final class AggregateOperator extends PullOperator implements Spilling {
  private final ExecutionContext context;
  private final LogicalPlan.Aggregate plan;
  private final Operator input;
  private final Supplier<ExpressionCompiler> compiler;
  private SpillingAggregation aggregation;
  private AggregateOutput output;

  /**
   * Aggregates an input, which it owns.
   *
   * @param compiler makes compilers for expressions over the input
   */
  public AggregateOperator(
      ExecutionContext context,
      LogicalPlan.Aggregate plan,
      Operator input,
      Supplier<ExpressionCompiler> compiler) {
    super(context.cancellation());
    this.context = context;
    this.plan = plan;
    this.input = input;
    this.compiler = compiler;
  }

  @Override
  protected RowBatch produce() {
    if (output == null) {
      aggregation = new SpillingAggregation(context, plan, compiler.get(), 0);
      for (RowBatch batch = input.next(); batch != null; batch = input.next()) {
        aggregation.add(batch);
      }
      input.close();
      aggregation.finish();
      output = new AggregateOutput(context, plan, compiler, aggregation);
    }
    return output.next();
  }

  @Override
  public long spilledBytes() {
    return output == null ? 0 : output.spilledBytes();
  }

  @Override
  protected void release() {
    try {
      input.close();
    } finally {
      if (output != null) {
        output.close();
      } else if (aggregation != null) {
        aggregation.close();
      }
    }
  }
}
