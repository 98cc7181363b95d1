package io.gabbro.execution.scan;

import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Direction;
import io.gabbro.storage.KeyRange;
import io.gabbro.storage.RowBlock;
import io.gabbro.storage.RowCursor;
import io.gabbro.transaction.ReadView;
import io.gabbro.vector.RowBatch;
import java.util.List;

/**
 * The rows of key ranges, through a cursor each. The first block is small, so that little is read
 * in vain for whoever needs few rows, and the following ones grow.
 */
final class CursorSource implements BlockSource {
  private static final int GROWTH = 8;

  private final ReadView view;
  private final ColumnFamily family;
  private final List<KeyRange> ranges;
  private final Direction direction;
  private RowBlock block;
  private RowCursor cursor;
  private int nextRange;
  private long rowsBefore;

  /**
   * Reads ranges.
   *
   * @param ranges the ranges in ascending order
   * @param firstBlock an empty block, which says what to read and how many rows at first
   */
  CursorSource(
      ReadView view,
      ColumnFamily family,
      List<KeyRange> ranges,
      Direction direction,
      RowBlock firstBlock) {
    this.view = view;
    this.family = family;
    this.ranges = ranges;
    this.direction = direction;
    block = firstBlock;
  }

  @Override
  public RowBlock next() {
    rowsBefore += block.count();
    if (block.count() == block.capacity() && block.capacity() < RowBatch.CAPACITY) {
      int capacity = Math.min(RowBatch.CAPACITY, block.capacity() * GROWTH);
      block = new RowBlock(capacity, block.wantsKeys(), block.wantsValues());
    }
    while (true) {
      if (cursor == null) {
        if (nextRange == ranges.size()) {
          block.clear();
          return null;
        }
        cursor = view.cursor(family, range(nextRange++), direction);
        rowsBefore = 0;
      }
      if (cursor.fill(block, block.capacity()) > 0) {
        return block;
      }
      closeCursor();
    }
  }

  private KeyRange range(int index) {
    return ranges.get(direction == Direction.FORWARD ? index : ranges.size() - 1 - index);
  }

  /** Reads the range again when the block has no keys: this is for errors only. */
  @Override
  public byte[] key(int row) {
    if (block.wantsKeys()) {
      return block.key(row);
    }
    long toSkip = rowsBefore + row;
    RowBlock keys = new RowBlock(RowBatch.CAPACITY, true, false);
    try (RowCursor again = view.cursor(family, range(nextRange - 1), direction)) {
      while (again.fill(keys, keys.capacity()) > 0) {
        if (toSkip < keys.count()) {
          return keys.key((int) toSkip);
        }
        toSkip -= keys.count();
      }
    }
    return new byte[0];
  }

  private void closeCursor() {
    if (cursor != null) {
      RowCursor closing = cursor;
      cursor = null;
      closing.close();
    }
  }

  @Override
  public void close() {
    nextRange = ranges.size();
    closeCursor();
  }
}
