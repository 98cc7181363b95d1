package io.gabbro.execution.scan;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.execution.BadRows;
import io.gabbro.execution.ExecutionContext;
import io.gabbro.execution.expression.ColumnLayout;
import io.gabbro.execution.expression.Conjunctions;
import io.gabbro.execution.expression.ExpressionCompiler;
import io.gabbro.execution.expression.Predicate;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.LogicalPlan.TableScan;
import io.gabbro.serializer.RowDecoder;
import io.gabbro.storage.RowBlock;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Makes batches of blocks of rows, column by column: the columns of each condition are decoded for
 * the rows that the conditions before it have left, the other columns for the rows that match all.
 */
final class BlockDecoder {
  /** The positions of columns to decode, then a condition to apply. */
  private record Stage(int[] columns, Predicate condition) {}

  private final TableScan plan;
  private final BadRows badRows;
  private final ScanStatistics statistics;
  private final RowDecoder decoder;
  private final int[] tableColumns;
  private final List<Stage> stages = new ArrayList<>();
  private final int[] lastColumns;
  private final Selection selection = new Selection(0);
  private final RowBatch batch;
  private boolean[] bad = new boolean[0];
  private int badCount;
  private String firstProblem;

  BlockDecoder(ExecutionContext context, TableScan plan, ScanStatistics statistics) {
    this.plan = plan;
    this.badRows = context.badRows();
    this.statistics = statistics;
    decoder = plan.table().newDecoder();
    int count = plan.columns().size();
    tableColumns = new int[count];
    ColumnVector[] vectors = new ColumnVector[count];
    for (int index = 0; index < count; index++) {
      TableScan.ScanColumn column = plan.columns().get(index);
      tableColumns[index] = column.column();
      vectors[index] = ColumnVector.allocate(column.output().type().vectorKind(), 0);
    }
    batch = new RowBatch(vectors, selection);
    lastColumns = stages(context);
  }

  /** Makes the stages and returns the columns that no condition needs. */
  private int[] stages(ExecutionContext context) {
    boolean[] decoded = new boolean[tableColumns.length];
    if (plan.filter().isPresent()) {
      ColumnLayout layout = ColumnLayout.of(plan.output());
      ExpressionCompiler compiler =
          ExpressionCompiler.of(layout, context.evaluation(), context.parameters());
      for (BoundExpression condition : Conjunctions.of(plan.filter().get())) {
        boolean[] needed = new boolean[tableColumns.length];
        mark(condition, layout, needed);
        stages.add(new Stage(positions(needed, decoded), compiler.predicate(condition)));
      }
    }
    boolean[] all = new boolean[tableColumns.length];
    java.util.Arrays.fill(all, true);
    return positions(all, decoded);
  }

  private static void mark(BoundExpression expression, ColumnLayout layout, boolean[] needed) {
    if (expression instanceof BoundExpression.ColumnReference column) {
      needed[layout.position(column.id())] = true;
    }
    for (BoundExpression operand : expression.operands()) {
      mark(operand, layout, needed);
    }
  }

  /** The positions that are needed and not decoded yet; marks them as decoded. */
  private static int[] positions(boolean[] needed, boolean[] decoded) {
    int[] positions = new int[needed.length];
    int count = 0;
    for (int index = 0; index < needed.length; index++) {
      if (needed[index] && !decoded[index]) {
        decoded[index] = true;
        positions[count++] = index;
      }
    }
    return java.util.Arrays.copyOf(positions, count);
  }

  boolean readsKeys() {
    return tableColumns.length > 0 && decoder.readsKeys(tableColumns);
  }

  boolean readsValues() {
    return tableColumns.length > 0 && decoder.readsValues(tableColumns);
  }

  /**
   * The rows of a block that match.
   *
   * @param source where the block came from, for error messages
   * @return null when none matches
   */
  RowBatch decode(RowBlock block, BlockSource source) {
    int rows = block.count();
    selection.selectAll(rows);
    if (tableColumns.length > 0) {
      begin(block, source);
    }
    for (Stage stage : stages) {
      if (selection.count() == 0) {
        return null;
      }
      decode(stage.columns(), block.count());
      if (selection.count() == 0) {
        return null;
      }
      stage.condition().select(batch, selection, selection);
    }
    if (selection.count() == 0) {
      return null;
    }
    decode(lastColumns, block.count());
    return selection.count() == 0 ? null : batch;
  }

  private void decode(int[] columns, int blockRows) {
    badCount = 0;
    for (int position : columns) {
      decoder.decode(tableColumns[position], selection, batch.column(position));
    }
    dropBadRows(blockRows);
  }

  private void begin(RowBlock block, BlockSource source) {
    badCount = 0;
    decoder.begin(
        block.keys(),
        block.keyOffsets(),
        block.values(),
        block.valueOffsets(),
        block.count(),
        (row, problem) -> badRow(block, source, row, problem));
    dropBadRows(block.count());
  }

  /** Takes rows that turned out to be bad from the selection. */
  private void dropBadRows(int blockRows) {
    if (badCount > 0) {
      int[] selected = new int[selection.count()];
      int count = 0;
      for (int index = 0; index < selected.length; index++) {
        int row = selection.position(index);
        if (!bad[row]) {
          selected[count++] = row;
        }
      }
      System.arraycopy(selected, 0, selection.startPositions(blockRows), 0, count);
      selection.setCount(count);
      badRows.skip(plan.table().name().toString(), badCount, firstProblem);
      statistics.addRowsSkipped(badCount);
    }
  }

  private void badRow(RowBlock block, BlockSource source, int row, String problem) {
    String table = plan.table().name().toString();
    if (badRows.policy() == BadRows.Policy.ERROR) {
      throw new GabbroException(ErrorCode.DATA_CORRUPTED, table, hexKey(source, row), problem);
    }
    if (badCount == 0) {
      bad = new boolean[block.count()];
      firstProblem = "key " + hexKey(source, row) + ": " + problem;
    }
    if (!bad[row]) {
      bad[row] = true;
      badCount++;
    }
  }

  private static String hexKey(BlockSource source, int row) {
    return "0x" + HexFormat.of().formatHex(source.key(row));
  }
}
