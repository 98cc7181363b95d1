package io.gabbro.execution.scan;

import io.gabbro.execution.ExecutionContext;
import io.gabbro.execution.PullOperator;
import io.gabbro.plan.LogicalPlan.TableScan;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Direction;
import io.gabbro.storage.RowBlock;
import io.gabbro.vector.RowBatch;

/** The rows of some keys of a table that match the condition of the scan, in the order of keys. */
public final class TableScanOperator extends PullOperator {
  /** The number of rows in the first block of a scan that will probably be read to its end. */
  public static final int FIRST_ROWS = 64;

  private final BlockDecoder decoder;
  private final BlockSource source;
  private final ScanStatistics statistics;

  /**
   * A scan.
   *
   * @param keys the keys to look at
   * @param direction the order in which rows are to come
   * @param firstRows how many rows to read at first; few when few are wanted
   * @param statistics counts what is done
   */
  public TableScanOperator(
      ExecutionContext context,
      TableScan plan,
      ScanKeys keys,
      Direction direction,
      int firstRows,
      ScanStatistics statistics) {
    super(context.cancellation());
    this.statistics = statistics;
    decoder = new BlockDecoder(context, plan, statistics);
    ColumnFamily family = context.view().family(plan.table().format().columnFamily());
    source =
        keys.points().isEmpty()
            ? new CursorSource(
                context.view(),
                family,
                keys.ranges(),
                direction,
                new RowBlock(firstRows, decoder.readsKeys(), decoder.readsValues()))
            : new PointSource(context.view(), family, keys.pointsIn(direction));
  }

  @Override
  protected RowBatch produce() {
    for (RowBlock block = source.next(); block != null; block = source.next()) {
      statistics.addRowsRead(block.count());
      RowBatch batch = decoder.decode(block, source);
      if (batch != null) {
        return batch;
      }
      checkCancelled();
    }
    return null;
  }

  @Override
  protected void release() {
    source.close();
  }
}
