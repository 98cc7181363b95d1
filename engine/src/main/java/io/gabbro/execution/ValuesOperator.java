package io.gabbro.execution;

import io.gabbro.execution.expression.Evaluator;
import io.gabbro.execution.expression.ExpressionCompiler;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.ConstantValues;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;
import java.util.List;

/**
 * Rows that are written in the statement. With several rows of parameters it yields all its rows
 * for the first of them, then for the second and so on; a single written row is computed for whole
 * batches of parameters at a time, which is how batches of INSERT are fed.
 */
public final class ValuesOperator extends PullOperator {
  private static final Selection ONE_ROW = Selection.ofAll(1);

  private final LogicalPlan.Values plan;
  private final RowBatch parameters;
  private final int parameterRows;
  private final ExpressionCompiler compiler;
  private final ColumnVector[] slices;
  private final ColumnVector[] columns;
  private final Selection selection = new Selection(0);
  private Evaluator[] single;
  private int parameterRow;
  private int valuesRow;

  /** The rows of {@code plan}. */
  public ValuesOperator(ExecutionContext context, LogicalPlan.Values plan) {
    super(context.cancellation());
    this.plan = plan;
    parameters = context.parameters();
    parameterRows = context.parameterRows();
    compiler = ExpressionCompiler.ofParameterBatches(context.evaluation());
    slices = new ColumnVector[parameters.columnCount()];
    columns = new ColumnVector[plan.output().size()];
  }

  @Override
  protected RowBatch produce() {
    if (plan.rows().isEmpty() || parameterRow == parameterRows) {
      return null;
    }
    return plan.rows().size() == 1 ? computeBatch() : collectRows();
  }

  private RowBatch computeBatch() {
    if (single == null) {
      single = compiler.evaluators(plan.rows().get(0));
    }
    int count = Math.min(RowBatch.CAPACITY, parameterRows - parameterRow);
    RowBatch input = parameters(count);
    parameterRow += count;
    selection.selectAll(count);
    for (int index = 0; index < columns.length; index++) {
      columns[index] = single[index].evaluate(input, selection);
    }
    return new RowBatch(columns, selection);
  }

  /** The next {@code count} rows of parameters. */
  private RowBatch parameters(int count) {
    if (parameterRow == 0 && count == parameterRows) {
      return parameters;
    }
    for (int index = 0; index < slices.length; index++) {
      if (slices[index] == null) {
        slices[index] = ColumnVector.allocate(parameters.column(index).kind(), count);
      }
      slices[index].slice(parameters.column(index), parameterRow, count);
    }
    return new RowBatch(slices, Selection.ofAll(count));
  }

  private RowBatch collectRows() {
    long left = (long) (parameterRows - parameterRow) * plan.rows().size() - valuesRow;
    int count = (int) Math.min(RowBatch.CAPACITY, left);
    for (int index = 0; index < columns.length; index++) {
      if (columns[index] == null) {
        columns[index] = ColumnVector.allocate(plan.output().get(index).type().vectorKind(), count);
      }
      columns[index].reset();
    }
    RowBatch input = parameters(1);
    for (int row = 0; row < count; row++) {
      collectRow(input, row);
      if (++valuesRow == plan.rows().size()) {
        valuesRow = 0;
        parameterRow++;
        input = parameterRow < parameterRows ? parameters(1) : input;
      }
    }
    selection.selectAll(count);
    return new RowBatch(columns, selection);
  }

  private void collectRow(RowBatch input, int row) {
    List<BoundExpression> expressions = plan.rows().get(valuesRow);
    for (int index = 0; index < columns.length; index++) {
      BoundExpression expression = expressions.get(index);
      if (expression instanceof BoundExpression.Constant constant) {
        ConstantValues.write(constant.type(), constant.value(), columns[index], row);
      } else {
        ColumnVector value = compiler.evaluator(expression).evaluate(input, ONE_ROW);
        columns[index].copyRow(row, value, 0);
      }
    }
  }

  @Override
  protected void release() {
    parameterRow = parameterRows;
  }
}
