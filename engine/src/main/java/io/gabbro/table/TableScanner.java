package io.gabbro.table;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.lifecycle.LeakWatch;
import io.gabbro.storage.RowBlock;
import io.gabbro.storage.RowCursor;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;

/**
 * A way through the entries of a table, as they were when it was made. Owned by the caller, who
 * closes it; used by one thread at a time; closing twice is harmless.
 *
 * <pre>{@code
 * try (TableScanner<Long, User> scanner = users.scan(Range.atLeast(100L), Direction.FORWARD)) {
 *   while (scanner.next()) {
 *     use(scanner.key(), scanner.value());
 *   }
 * }
 * }</pre>
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public final class TableScanner<K, V> implements AutoCloseable {
  private static final int FIRST_BLOCK = 64;
  private static final int BLOCK = 1024;

  private final EntryDecoder<K, V> decoder;
  private final Entries entries;
  private final RowCursor cursor;
  private final LeakWatch watch;
  private final boolean readsInPlace;
  private RowBlock block = new RowBlock(FIRST_BLOCK, true, true);
  private int row = -1;
  private int rows;
  private K key;
  private V value;
  private ByteBuffer view;
  private boolean closed;

  TableScanner(EntryDecoder<K, V> decoder, Entries entries, RowCursor cursor) {
    this.decoder = decoder;
    this.entries = entries;
    this.cursor = cursor;
    readsInPlace = decoder.values().readsInPlace();
    String table = decoder.table();
    watch = LeakWatch.over(this, "a scanner", () -> table, cursor::close);
  }

  /**
   * Goes to the next entry. A value that reads stored bytes in place is then no longer usable.
   *
   * @return whether there is one
   * @throws GabbroException {@code KEY_CORRUPTED} or {@code DATA_CORRUPTED} when an entry does not
   *     decode, unless the table skips such entries; the scanner can go on to the next
   */
  public boolean next() {
    if (closed) {
      throw new GabbroException(ErrorCode.CLOSED, "the scanner");
    }
    endView();
    while (true) {
      if (++row >= rows && !fill()) {
        return false;
      }
      key = decoder.key(block.keys(), block.keyStart(row), block.keyLength(row));
      if (key != null) {
        value = readsInPlace ? viewOfRow() : valueOfRow();
        if (value != null) {
          return true;
        }
      }
    }
  }

  private boolean fill() {
    if (rows > 0 && (readsInPlace || block.capacity() == FIRST_BLOCK)) {
      block = new RowBlock(BLOCK, true, true);
    }
    row = 0;
    try {
      rows = cursor.fill(block, block.capacity());
    } finally {
      Reference.reachabilityFence(this);
      Reference.reachabilityFence(entries);
    }
    return rows > 0;
  }

  private V valueOfRow() {
    return decoder.value(
        block.keys(),
        block.keyStart(row),
        block.keyLength(row),
        block.values(),
        block.valueStart(row),
        block.valueLength(row));
  }

  private V viewOfRow() {
    view = ByteBuffer.wrap(block.values(), block.valueStart(row), block.valueLength(row)).slice();
    return decoder.view(block.keys(), block.keyStart(row), block.keyLength(row), view);
  }

  private void endView() {
    key = null;
    value = null;
    if (view != null) {
      view.limit(0);
      view = null;
    }
  }

  /** The key of the entry. */
  public K key() {
    return requireEntry(key);
  }

  /**
   * The value of the entry. One that reads stored bytes in place is usable until the scanner goes
   * on or is closed, and throws afterwards.
   */
  public V value() {
    return requireEntry(value);
  }

  private static <T> T requireEntry(T part) {
    if (part == null) {
      throw new IllegalStateException("the scanner is not at an entry");
    }
    return part;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      endView();
      try {
        cursor.close();
      } finally {
        watch.end();
      }
    }
  }
}
