package io.gabbro.table;

import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Direction;
import io.gabbro.storage.KeyRange;
import io.gabbro.storage.RowBlock;
import io.gabbro.storage.RowCursor;
import io.gabbro.storage.ValueBuffer;
import io.gabbro.transaction.ReadView;
import io.gabbro.transaction.Savepoint;
import io.gabbro.transaction.Transaction;
import java.lang.ref.Reference;
import java.util.List;
import java.util.function.Function;

/**
 * Entries as a transaction sees them. Used by the thread of the transaction.
 *
 * @param holder what keeps the transaction open as long as it is reachable
 */
record TransactionEntries(Transaction transaction, ColumnFamily family, Object holder)
    implements Entries {
  @Override
  public boolean get(byte[] key, int keyLength, ValueBuffer target) {
    try (ReadView view = transaction.statementView()) {
      return view.get(family, key, keyLength, target);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  @Override
  public List<byte[]> multiGet(List<byte[]> keys) {
    try (ReadView view = transaction.statementView()) {
      return view.multiGet(family, keys);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  @Override
  public RowCursor cursor(KeyRange range, Direction direction) {
    ReadView view = transaction.statementView();
    try {
      return new ViewCursor(view, view.cursor(family, range, direction));
    } catch (RuntimeException e) {
      view.close();
      throw e;
    }
  }

  /** Undoes a change that fails; the transaction goes on. */
  @Override
  public <R> R change(Function<Transaction, R> change) {
    Savepoint savepoint = transaction.savepoint();
    boolean done = false;
    try {
      R result = change.apply(transaction);
      done = true;
      return result;
    } finally {
      if (!done && !transaction.isEnded()) {
        transaction.rollbackTo(savepoint);
      }
      Reference.reachabilityFence(this);
    }
  }

  /** A cursor that owns its view. */
  private record ViewCursor(ReadView view, RowCursor cursor) implements RowCursor {
    @Override
    public int fill(RowBlock block, int maximum) {
      return cursor.fill(block, maximum);
    }

    @Override
    public void close() {
      try {
        cursor.close();
      } finally {
        view.close();
      }
    }
  }
}
