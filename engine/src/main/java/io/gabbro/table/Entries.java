package io.gabbro.table;

import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Direction;
import io.gabbro.storage.KeyRange;
import io.gabbro.storage.RowCursor;
import io.gabbro.storage.ValueBuffer;
import io.gabbro.transaction.Transaction;
import java.util.List;
import java.util.function.Function;

/** The entries of a column family, as bytes, in some transaction or in one for each call. */
interface Entries {
  /** The column family. */
  ColumnFamily family();

  /** Copies the value of a key; false when there is none. */
  boolean get(byte[] key, int keyLength, ValueBuffer target);

  /** The values of keys, in their order; null where a key does not exist. */
  List<byte[]> multiGet(List<byte[]> keys);

  /** A cursor over the state at this moment, owned by the caller. */
  RowCursor cursor(KeyRange range, Direction direction);

  /** Runs a change, which happens as a whole or not at all, and returns its result. */
  <R> R change(Function<Transaction, R> change);
}
