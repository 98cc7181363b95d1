package io.gabbro.execution.sort;

import io.gabbro.execution.ExecutionContext;
import io.gabbro.execution.MemoryReservation;
import io.gabbro.execution.Operator;
import io.gabbro.execution.PullOperator;
import io.gabbro.execution.Spilling;
import io.gabbro.execution.expression.ColumnLayout;
import io.gabbro.execution.expression.Evaluator;
import io.gabbro.execution.expression.ExpressionCompiler;
import io.gabbro.execution.scan.ScanBound;
import io.gabbro.plan.BoundExpression.ColumnReference;
import io.gabbro.plan.PlanColumn;
import io.gabbro.plan.SortKey;
import io.gabbro.type.VectorKind;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.RowBatch;
import java.util.ArrayList;
import java.util.List;

/** All rows, or the first of them, in an order. Equal rows keep the order of the input. */
public final class SortOperator extends PullOperator implements Spilling {
  private final Operator input;
  private final Evaluator[] keys;
  private final int inputColumns;
  private final ExternalSort sort;
  private final ScanBound scanBound;
  private boolean collected;
  private long left;

  /**
   * Sorts an input, which it owns.
   *
   * @param columns the columns of the input
   * @param sortKeys what to sort by, at least one
   * @param compiler for expressions over the input
   * @param bound how many rows are wanted; {@code Integer.MAX_VALUE} for all
   * @param scanBound told which values of the first key are still wanted; null for nobody
   */
  public SortOperator(
      ExecutionContext context,
      Operator input,
      List<PlanColumn> columns,
      List<SortKey> sortKeys,
      ExpressionCompiler compiler,
      int bound,
      ScanBound scanBound) {
    super(context.cancellation());
    this.scanBound = scanBound;
    this.input = input;
    inputColumns = columns.size();
    left = bound == Integer.MAX_VALUE ? Long.MAX_VALUE : bound;
    List<VectorKind> kinds = new ArrayList<>();
    columns.forEach(column -> kinds.add(column.type().vectorKind()));
    ColumnLayout layout = ColumnLayout.of(columns);
    List<Evaluator> computed = new ArrayList<>();
    List<RowOrder.Key> orderKeys = new ArrayList<>();
    for (SortKey key : sortKeys) {
      int column = kinds.size();
      if (key.value() instanceof ColumnReference reference) {
        column = layout.position(reference.id());
      } else {
        computed.add(compiler.evaluator(key.value()));
        kinds.add(key.value().type().vectorKind());
      }
      orderKeys.add(new RowOrder.Key(column, key.descending(), key.nullsFirst()));
    }
    keys = computed.toArray(Evaluator[]::new);
    sort =
        new ExternalSort(
            new RowOrder(orderKeys),
            kinds,
            inputColumns,
            bound,
            new MemoryReservation(context.memory()),
            context.spill());
  }

  @Override
  protected RowBatch produce() {
    if (left == 0) {
      return null;
    }
    if (!collected) {
      collect();
    }
    RowBatch batch = sort.next();
    if (batch != null) {
      int count = (int) Math.min(left, batch.selection().count());
      batch.selection().selectAll(count);
      left -= count;
    }
    return batch;
  }

  private void collect() {
    ColumnVector[] columns = new ColumnVector[inputColumns + keys.length];
    for (RowBatch batch = input.next(); batch != null; batch = input.next()) {
      for (int index = 0; index < inputColumns; index++) {
        columns[index] = batch.column(index);
      }
      for (int index = 0; index < keys.length; index++) {
        columns[inputColumns + index] = keys[index].evaluate(batch, batch.selection());
      }
      sort.add(new RowBatch(columns, batch.selection()));
      if (scanBound != null) {
        scanBound.set(sort.wanted());
      }
    }
    input.close();
    sort.finish();
    collected = true;
  }

  @Override
  public long spilledBytes() {
    return sort.spilledBytes();
  }

  @Override
  protected void release() {
    try {
      input.close();
    } finally {
      sort.close();
    }
  }
}
