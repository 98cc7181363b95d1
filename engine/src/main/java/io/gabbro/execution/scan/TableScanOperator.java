package io.gabbro.execution.scan;

import io.gabbro.column.ColumnPiece;
import io.gabbro.execution.ExecutionContext;
import io.gabbro.execution.PullOperator;
import io.gabbro.plan.KeyOrder;
import io.gabbro.plan.LogicalPlan.TableScan;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Direction;
import io.gabbro.storage.KeyRange;
import io.gabbro.storage.RowBlock;
import io.gabbro.vector.RowBatch;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/**
 * The rows of some keys of a table that match the condition of the scan: from column segments where
 * there are some, else from the store; in the order of keys where the plan says so.
 */
public final class TableScanOperator extends PullOperator {
  /** The number of rows in the first block of a scan that will probably be read to its end. */
  public static final int FIRST_ROWS = 64;

  private final ExecutionContext context;
  private final TableScan plan;
  private final Direction direction;
  private final int firstRows;
  private final ScanStatistics statistics;
  private final ScanBound bound;
  private final ScanStages stages;
  private final BlockDecoder decoder;
  private final ColumnFamily family;
  private final Iterator<KeyRange> ranges;
  private final ArrayDeque<BatchSource> waiting = new ArrayDeque<>();
  private Iterator<ColumnPiece> pieces = Collections.emptyIterator();
  private BatchSource current;
  private long rowsFromStore;

  /**
   * A scan.
   *
   * @param keys the keys to look at
   * @param direction the order in which rows are to come
   * @param firstRows how many rows to read at first; few when few are wanted
   * @param bound what the reader wants; null when it wants all rows
   * @param statistics counts what is done
   */
  public TableScanOperator(
      ExecutionContext context,
      TableScan plan,
      ScanKeys keys,
      Direction direction,
      int firstRows,
      ScanBound bound,
      ScanStatistics statistics) {
    super(context.cancellation());
    this.context = context;
    this.plan = plan;
    this.direction = direction;
    this.firstRows = firstRows;
    this.bound = bound;
    this.statistics = statistics;
    stages = new ScanStages(context, plan);
    decoder = new BlockDecoder(context, plan, stages, statistics);
    family = context.view().family(plan.table().format().columnFamily());
    if (!keys.points().isEmpty()) {
      ranges = Collections.emptyIterator();
      waiting.add(points(keys.pointsIn(direction)));
    } else if (direction == Direction.FORWARD) {
      ranges = keys.ranges().iterator();
    } else {
      ranges = Collections.emptyIterator();
      waiting.add(stored(keys.ranges()));
    }
  }

  private StoredRows points(List<byte[]> points) {
    return stored(new PointSource(context.view(), family, points));
  }

  private StoredRows stored(List<KeyRange> keys) {
    RowBlock block = new RowBlock(firstRows, decoder.readsKeys(), decoder.readsValues());
    return stored(new CursorSource(context.view(), family, keys, direction, block));
  }

  private StoredRows stored(BlockSource source) {
    return new StoredRows(source, decoder, statistics, context.cancellation());
  }

  @Override
  protected RowBatch produce() {
    while (current != null || startNext()) {
      RowBatch batch = current.next();
      if (batch != null) {
        return batch;
      }
      endCurrent();
    }
    return null;
  }

  private boolean startNext() {
    while (waiting.isEmpty()) {
      if (pieces.hasNext()) {
        enqueue(pieces.next());
      } else if (ranges.hasNext()) {
        pieces = context.columns().pieces(plan.table(), ranges.next(), stages.tableColumns());
      } else {
        return false;
      }
    }
    current = waiting.remove();
    return true;
  }

  private void enqueue(ColumnPiece piece) {
    if (piece instanceof ColumnPiece.Stored between) {
      waiting.add(stored(List.of(between.range())));
      return;
    }
    ColumnPiece.Grouped grouped = (ColumnPiece.Grouped) piece;
    if (plan.order() != KeyOrder.ANY && !grouped.dirty().isEmpty()) {
      waiting.add(stored(List.of(grouped.range())));
      return;
    }
    waiting.add(new GroupRows(grouped, stages, bound, statistics, context.cancellation()));
    if (!grouped.dirty().isEmpty()) {
      waiting.add(points(grouped.dirty()));
    }
  }

  private void endCurrent() {
    BatchSource ended = current;
    current = null;
    if (ended instanceof StoredRows stored) {
      rowsFromStore += stored.rowsOfRanges();
    }
    ended.close();
  }

  @Override
  protected void release() {
    if (current != null) {
      endCurrent();
    }
    waiting.forEach(BatchSource::close);
    context.columns().readFromStore(plan.table(), family, stages.tableColumns(), rowsFromStore);
  }
}
