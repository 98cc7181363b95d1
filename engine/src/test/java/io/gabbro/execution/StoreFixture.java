package io.gabbro.execution;

import io.gabbro.column.ColumnView;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Database;
import io.gabbro.storage.Direction;
import io.gabbro.storage.KeyRange;
import io.gabbro.storage.RowBlock;
import io.gabbro.storage.RowCursor;
import io.gabbro.storage.ValueBuffer;
import io.gabbro.storage.memory.MemoryDatabase;
import io.gabbro.transaction.ReadView;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A memory store and a read view on it that counts its open cursors and what is asked of it. */
public final class StoreFixture implements ReadView {
  private final Database database = new MemoryDatabase();
  private final AtomicInteger openCursors = new AtomicInteger();
  private final AtomicInteger cursors = new AtomicInteger();
  private final AtomicInteger gets = new AtomicInteger();
  private final AtomicInteger rowsRead = new AtomicInteger();

  /** The store. */
  public Database database() {
    return database;
  }

  /** Cursors that were not closed. */
  public int openCursors() {
    return openCursors.get();
  }

  /** Cursors that were made. */
  public int cursors() {
    return cursors.get();
  }

  /** Keys that were looked up. */
  public int gets() {
    return gets.get();
  }

  /** Rows that cursors have read. */
  public int rowsRead() {
    return rowsRead.get();
  }

  @Override
  public ColumnView columns() {
    return ColumnView.NONE;
  }

  @Override
  public ColumnFamily family(String name) {
    return database.columnFamily(name).orElseThrow();
  }

  @Override
  public boolean get(ColumnFamily family, byte[] key, int keyLength, ValueBuffer target) {
    gets.incrementAndGet();
    return database.get(family, null, key, keyLength, target);
  }

  @Override
  public List<byte[]> multiGet(ColumnFamily family, List<byte[]> keys) {
    gets.addAndGet(keys.size());
    return database.multiGet(family, null, keys);
  }

  @Override
  public RowCursor cursor(ColumnFamily family, KeyRange range, Direction direction) {
    RowCursor cursor = database.cursor(family, null, range, direction);
    openCursors.incrementAndGet();
    cursors.incrementAndGet();
    return new RowCursor() {
      private boolean closed;

      @Override
      public int fill(RowBlock block, int maximum) {
        int count = cursor.fill(block, maximum);
        rowsRead.addAndGet(count);
        return count;
      }

      @Override
      public void close() {
        if (!closed) {
          closed = true;
          openCursors.decrementAndGet();
          cursor.close();
        }
      }
    };
  }

  @Override
  public List<KeyRange> split(ColumnFamily family, KeyRange range, int parts) {
    return database.split(family, range, parts);
  }

  @Override
  public long approximateCount(ColumnFamily family, KeyRange range) {
    return database.approximateCount(family, range);
  }

  @Override
  public void close() {
    database.close();
  }
}
