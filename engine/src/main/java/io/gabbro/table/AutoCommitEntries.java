package io.gabbro.table;

import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Database;
import io.gabbro.storage.Direction;
import io.gabbro.storage.KeyRange;
import io.gabbro.storage.RowCursor;
import io.gabbro.storage.ValueBuffer;
import io.gabbro.transaction.Transaction;
import io.gabbro.transaction.TransactionManager;
import io.gabbro.transaction.TransactionOptions;
import java.lang.ref.Reference;
import java.util.List;
import java.util.function.Function;

/**
 * Entries whose every change is a transaction of its own. Thread-safe.
 *
 * @param holder what keeps the database open as long as it is reachable
 */
record AutoCommitEntries(
    Database database,
    TransactionManager transactions,
    TransactionOptions options,
    ColumnFamily family,
    Object holder)
    implements Entries {
  @Override
  public boolean get(byte[] key, int keyLength, ValueBuffer target) {
    try {
      return database.get(family, null, key, keyLength, target);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  @Override
  public List<byte[]> multiGet(List<byte[]> keys) {
    try {
      return database.multiGet(family, null, keys);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  @Override
  public RowCursor cursor(KeyRange range, Direction direction) {
    try {
      return database.cursor(family, null, range, direction);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  @Override
  public <R> R change(Function<Transaction, R> change) {
    try (Transaction transaction = transactions.begin(options)) {
      R result = change.apply(transaction);
      transaction.commit();
      return result;
    } finally {
      Reference.reachabilityFence(this);
    }
  }
}
