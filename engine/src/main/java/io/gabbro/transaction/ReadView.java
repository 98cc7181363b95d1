package io.gabbro.transaction;

import io.gabbro.column.ColumnView;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Direction;
import io.gabbro.storage.KeyRange;
import io.gabbro.storage.RowCursor;
import io.gabbro.storage.ValueBuffer;
import java.util.List;

/**
 * What a statement sees: a committed state of the database and, over it, the writes of its own
 * transaction from before the statement. Reads of any number of threads may run at a time; the
 * transaction must not write as long as cursors are open, except through the statement that owns
 * the view. Closing twice is harmless.
 */
public interface ReadView extends AutoCloseable {
  /** The column family of that name. */
  ColumnFamily family(String name);

  /** Copies the value of the key in the first {@code keyLength} bytes of {@code key}. */
  boolean get(ColumnFamily family, byte[] key, int keyLength, ValueBuffer target);

  /** The values of {@code keys}, in their order; null where a key does not exist. */
  List<byte[]> multiGet(ColumnFamily family, List<byte[]> keys);

  /** A cursor, owned by the caller and to be closed before the view. */
  RowCursor cursor(ColumnFamily family, KeyRange range, Direction direction);

  /** Cuts a range as {@link io.gabbro.storage.Database#split} does. */
  List<KeyRange> split(ColumnFamily family, KeyRange range, int parts);

  /** An estimate of the number of keys in a range. */
  long approximateCount(ColumnFamily family, KeyRange range);

  /** What it sees of column segments. */
  ColumnView columns();

  @Override
  void close();
}
