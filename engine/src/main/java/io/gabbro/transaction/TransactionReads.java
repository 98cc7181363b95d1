package io.gabbro.transaction;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Database;
import io.gabbro.storage.Snapshot;
import io.gabbro.storage.ValueBuffer;
import java.util.Arrays;

/**
 * What a transaction reads: a snapshot for each statement or one for all, as its isolation says,
 * and with serializable isolation a record of the keys.
 */
final class TransactionReads {
  private final TransactionManager manager;
  private final Database database;
  private final Isolation isolation;
  private final OwnWrites writes;
  private final TransactionState state;
  private final ReadSet recorded;
  private final Object snapshotLock = new Object();
  private volatile Snapshot snapshot;
  private CommitOrder.Start serializableStart;

  TransactionReads(
      TransactionManager manager,
      TransactionOptions options,
      OwnWrites writes,
      TransactionState state) {
    this.manager = manager;
    database = manager.database();
    isolation = options.isolation();
    this.writes = writes;
    this.state = state;
    recorded = isolation == Isolation.SERIALIZABLE && !options.readOnly() ? new ReadSet() : null;
  }

  /** A view for one statement, owned by the caller; {@link #start} has been called. */
  ReadView view() {
    return new StatementView(database, manager.columns(), writes, snapshot, recorded);
  }

  /**
   * Takes the snapshot for all statements, where there is to be one and is none yet; waits for
   * running commits where it must.
   */
  void start(Runnable waitCheck) {
    if (snapshot != null) {
      return;
    }
    if (isolation == Isolation.REPEATABLE_READ) {
      keep(database.snapshot(), null);
    } else if (isolation == Isolation.SERIALIZABLE) {
      CommitOrder.Start start = manager.commitOrder().enter(database::snapshot, waitCheck);
      keep(start.snapshot(), start);
    }
  }

  /** Keeps a snapshot, unless another thread has ended the transaction in the meantime. */
  private void keep(Snapshot taken, CommitOrder.Start start) {
    synchronized (snapshotLock) {
      if (state.isActive()) {
        snapshot = taken;
        serializableStart = start;
        return;
      }
    }
    if (start != null) {
      manager.commitOrder().leave(start);
    }
    taken.close();
    state.checkActive();
  }

  /** Whether all statements see one state. */
  boolean haveSnapshot() {
    return snapshot != null;
  }

  /** Refuses a locked key that another has changed since the snapshot, where there is one. */
  void checkUnchanged(ColumnFamily family, byte[] key) {
    if (snapshot == null) {
      return;
    }
    ValueBuffer before = new ValueBuffer();
    ValueBuffer now = new ValueBuffer();
    boolean existed = database.get(family, snapshot, key, key.length, before);
    boolean exists = database.get(family, null, key, key.length, now);
    if (existed != exists
        || (exists
            && !Arrays.equals(before.bytes(), 0, before.length(), now.bytes(), 0, now.length()))) {
      throw new GabbroException(ErrorCode.SERIALIZATION_FAILURE);
    }
  }

  /** The keys that were read; null when nobody needs to know. */
  ReadSet recorded() {
    return recorded;
  }

  /** Where it started between the commits; null when it is not serializable, or has not yet. */
  CommitOrder.Start serializableStart() {
    return serializableStart;
  }

  /** Gives the snapshot back; the transaction has ended. */
  void close() {
    synchronized (snapshotLock) {
      if (serializableStart != null) {
        manager.commitOrder().leave(serializableStart);
      }
      if (snapshot != null) {
        snapshot.close();
      }
    }
  }
}
