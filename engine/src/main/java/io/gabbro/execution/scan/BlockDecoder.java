package io.gabbro.execution.scan;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.execution.BadRows;
import io.gabbro.execution.ExecutionContext;
import io.gabbro.plan.LogicalPlan.TableScan;
import io.gabbro.serializer.RowDecoder;
import io.gabbro.storage.RowBlock;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;
import java.util.HexFormat;

/** Makes batches of blocks of stored rows, column by column. */
final class BlockDecoder {
  private final TableScan plan;
  private final BadRows badRows;
  private final ScanStages stages;
  private final ScanStatistics statistics;
  private final RowDecoder decoder;
  private final int[] tableColumns;
  private final Selection selection;
  private final RowBatch batch;
  private boolean[] bad = new boolean[0];
  private int badCount;
  private String firstProblem;

  BlockDecoder(
      ExecutionContext context, TableScan plan, ScanStages stages, ScanStatistics statistics) {
    this.plan = plan;
    this.badRows = context.badRows();
    this.stages = stages;
    this.statistics = statistics;
    decoder = plan.table().newDecoder();
    tableColumns = stages.tableColumns();
    selection = stages.selection();
    batch = stages.batch();
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
    for (ScanStages.Stage stage : stages.stages()) {
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
    decode(stages.lastColumns(), block.count());
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
