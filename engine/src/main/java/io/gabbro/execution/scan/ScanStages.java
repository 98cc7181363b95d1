package io.gabbro.execution.scan;

import io.gabbro.execution.ExecutionContext;
import io.gabbro.execution.expression.ColumnLayout;
import io.gabbro.execution.expression.Conjunctions;
import io.gabbro.execution.expression.ExpressionCompiler;
import io.gabbro.execution.expression.Predicate;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.LogicalPlan.TableScan;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The steps by which a scan makes batches: the columns of each condition are read for the rows that
 * the conditions before it have left, the other columns for the rows that match all. Belongs to one
 * operator of one thread.
 */
final class ScanStages {
  /**
   * A condition.
   *
   * @param columns the positions of the columns that it needs and none before it
   * @param needed the positions of all columns that it needs
   * @param isSafe whether it raises no error, whatever the values are
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Stage(int[] columns, int[] needed, Predicate condition, boolean isSafe) {}

  private final int[] tableColumns;
  private final List<Stage> stages = new ArrayList<>();
  private final int[] lastColumns;
  private final Selection selection = new Selection(0);
  private final RowBatch batch;

  ScanStages(ExecutionContext context, TableScan plan) {
    int count = plan.columns().size();
    tableColumns = new int[count];
    ColumnVector[] vectors = new ColumnVector[count];
    for (int index = 0; index < count; index++) {
      TableScan.ScanColumn column = plan.columns().get(index);
      tableColumns[index] = column.column();
      vectors[index] = ColumnVector.allocate(column.output().type().vectorKind(), 0);
    }
    batch = new RowBatch(vectors, selection);
    lastColumns = stages(context, plan);
  }

  /** Makes the stages and returns the columns that no condition needs. */
  private int[] stages(ExecutionContext context, TableScan plan) {
    boolean[] read = new boolean[tableColumns.length];
    if (plan.filter().isPresent()) {
      ColumnLayout layout = ColumnLayout.of(plan.output());
      ExpressionCompiler compiler =
          ExpressionCompiler.of(layout, context.evaluation(), context.parameters());
      for (BoundExpression condition : Conjunctions.of(plan.filter().get())) {
        boolean[] needed = new boolean[tableColumns.length];
        mark(condition, layout, needed);
        int[] all = positions(needed, new boolean[needed.length]);
        stages.add(
            new Stage(
                positions(needed, read),
                all,
                compiler.predicate(condition),
                Conjunctions.cannotFail(condition)));
      }
    }
    boolean[] all = new boolean[tableColumns.length];
    Arrays.fill(all, true);
    return positions(all, read);
  }

  private static void mark(BoundExpression expression, ColumnLayout layout, boolean[] needed) {
    if (expression instanceof BoundExpression.ColumnReference column) {
      needed[layout.position(column.id())] = true;
    }
    for (BoundExpression operand : expression.operands()) {
      mark(operand, layout, needed);
    }
  }

  /** The positions that are needed and not read yet; marks them as read. */
  private static int[] positions(boolean[] needed, boolean[] read) {
    int[] positions = new int[needed.length];
    int count = 0;
    for (int index = 0; index < needed.length; index++) {
      if (needed[index] && !read[index]) {
        read[index] = true;
        positions[count++] = index;
      }
    }
    return Arrays.copyOf(positions, count);
  }

  /** The conditions, in the order in which they are best looked at. */
  List<Stage> stages() {
    return stages;
  }

  /** The positions of the columns that no condition needs. */
  int[] lastColumns() {
    return lastColumns;
  }

  /** By position in the batch: the column of the table. */
  int[] tableColumns() {
    return tableColumns;
  }

  /** The batch, used again and again, with {@link #selection()}. */
  RowBatch batch() {
    return batch;
  }

  /** The rows of the batch that count. */
  Selection selection() {
    return selection;
  }
}
