package io.gabbro.storage.rocksdb;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.storage.Direction;
import io.gabbro.storage.KeyRange;
import io.gabbro.storage.RowBlock;
import io.gabbro.storage.RowCursor;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;

/**
 * A native iterator with its bounds and read options. All methods lock the cursor: closing the
 * database on another thread waits for a running {@link #fill} and is seen by the next.
 */
final class RocksCursor implements RowCursor {
  private final RocksReads reads;
  private final boolean forward;
  private final Slice lower;
  private final Slice upper;
  private final ReadOptions readOptions;
  private final RocksIterator iterator;
  private boolean positioned;
  private boolean closed;

  /** A cursor over the state that {@code snapshot} sees; null for the latest. */
  RocksCursor(
      RocksReads reads,
      RocksDB rocks,
      RocksColumnFamily family,
      org.rocksdb.Snapshot snapshot,
      KeyRange range,
      Direction direction) {
    this.reads = reads;
    this.forward = direction == Direction.FORWARD;
    this.lower = range.lower() == null ? null : new Slice(range.lower());
    this.upper = range.upper() == null ? null : new Slice(range.upper());
    this.readOptions = new ReadOptions();
    if (lower != null) {
      readOptions.setIterateLowerBound(lower);
    }
    if (upper != null) {
      readOptions.setIterateUpperBound(upper);
    }
    if (snapshot != null) {
      readOptions.setSnapshot(snapshot);
    }
    this.iterator = rocks.newIterator(family.handle(), readOptions);
  }

  @Override
  public synchronized int fill(RowBlock block, int maximum) {
    if (closed) {
      reads.checkOpen();
      throw new GabbroException(ErrorCode.CLOSED, "the cursor");
    }
    if (maximum < 1) {
      throw new IllegalArgumentException("maximum " + maximum);
    }
    block.clear();
    if (!positioned) {
      positioned = true;
      if (forward) {
        iterator.seekToFirst();
      } else {
        iterator.seekToLast();
      }
    }
    while (block.count() < maximum && !block.isFull()) {
      if (!iterator.isValid()) {
        checkStatus();
        break;
      }
      copyRow(block);
      if (forward) {
        iterator.next();
      } else {
        iterator.prev();
      }
    }
    return block.count();
  }

  private void copyRow(RowBlock block) {
    int keyLength = block.wantsKeys() ? copyKey(block) : 0;
    int valueLength = block.wantsValues() ? copyValue(block) : 0;
    block.endRow(keyLength, valueLength);
  }

  private int copyKey(RowBlock block) {
    byte[] target = block.keys();
    int start = block.nextKeyStart();
    int length = iterator.key(target, start, target.length - start);
    if (length > target.length - start) {
      iterator.key(block.reserveKey(length), start, length);
    }
    return length;
  }

  private int copyValue(RowBlock block) {
    byte[] target = block.values();
    int start = block.nextValueStart();
    int length = iterator.value(target, start, target.length - start);
    if (length > target.length - start) {
      iterator.value(block.reserveValue(length), start, length);
    }
    return length;
  }

  private void checkStatus() {
    try {
      iterator.status();
    } catch (RocksDBException e) {
      throw RocksErrors.translate(e);
    }
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      iterator.close();
      readOptions.close();
      if (upper != null) {
        upper.close();
      }
      if (lower != null) {
        lower.close();
      }
      reads.forget(this);
    }
  }
}
