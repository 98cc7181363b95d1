package io.gabbro.storage.memory;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.storage.RowBlock;
import io.gabbro.storage.RowCursor;
import java.util.Iterator;
import java.util.Map;

/** A walk over a part of a sorted map that sees the versions of one sequence number. */
final class MemoryCursor implements RowCursor {
  private final MemoryDatabase database;
  private final Iterator<Map.Entry<byte[], Version>> entries;
  private final long sequence;
  private boolean closed;

  /** A cursor that gives back the hold of {@code sequence} when it is closed. */
  MemoryCursor(
      MemoryDatabase database, Iterator<Map.Entry<byte[], Version>> entries, long sequence) {
    this.database = database;
    this.entries = entries;
    this.sequence = sequence;
  }

  @Override
  public synchronized int fill(RowBlock block, int maximum) {
    if (closed) {
      throw new GabbroException(ErrorCode.CLOSED, "the cursor");
    }
    database.checkOpen();
    if (maximum < 1) {
      throw new IllegalArgumentException("maximum " + maximum);
    }
    block.clear();
    while (block.count() < maximum && !block.isFull() && entries.hasNext()) {
      Map.Entry<byte[], Version> entry = entries.next();
      Version version = entry.getValue().visibleAt(sequence);
      if (version != null && version.value != null) {
        add(block, entry.getKey(), version.value);
      }
    }
    return block.count();
  }

  private static void add(RowBlock block, byte[] key, byte[] value) {
    if (block.wantsKeys()) {
      byte[] target = block.reserveKey(key.length);
      System.arraycopy(key, 0, target, block.nextKeyStart(), key.length);
    }
    if (block.wantsValues()) {
      byte[] target = block.reserveValue(value.length);
      System.arraycopy(value, 0, target, block.nextValueStart(), value.length);
    }
    block.endRow(key.length, value.length);
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      database.live().release(sequence);
    }
  }
}
