package io.gabbro.transaction;

import io.gabbro.catalog.CatalogSnapshot;
import io.gabbro.catalog.TableFormat;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Database;
import io.gabbro.storage.Direction;
import io.gabbro.storage.KeyRange;
import io.gabbro.storage.RowBlock;
import io.gabbro.storage.RowCursor;
import io.gabbro.storage.Snapshot;
import io.gabbro.storage.ValueBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A transaction: its locks, its writes and what it sees. Nothing of it is in the store before
 * {@link #commit}, which writes all of it as one batch. Used by one thread at a time; ending it
 * twice is harmless.
 */
public final class Transaction implements AutoCloseable {
  /** The lock of the catalog: of no column family, so that locking makes none. */
  private static final LockKey CATALOG_LOCK = new LockKey(-1, new byte[0]);

  private static final int EMPTY_CHECK_ROWS = 256;

  private final TransactionManager manager;
  private final Database database;
  private final TransactionOptions options;
  private final long id;
  private final long session;
  private final Instant started = Instant.now();
  private final LockManager.LockOwner owner;
  private final OwnWrites writes;
  private final ReadSet reads;
  private final Map<LastKey, byte[]> insertedKeys = new HashMap<>();
  private final WrittenTables writtenTables = new WrittenTables();
  private final List<EmptyTable> emptyTables = new ArrayList<>();
  private final Object snapshotLock = new Object();
  private Runnable waitCheck = () -> {};
  private volatile boolean isDeadlockVictim;
  private boolean hasStalled;
  private boolean hasStarted;
  private volatile Snapshot snapshot;
  private CommitOrder.Start serializableStart;
  private CatalogSnapshot changedCatalog;
  private boolean madeFamilies;
  private final AtomicReference<State> state = new AtomicReference<>(State.ACTIVE);

  Transaction(TransactionManager manager, TransactionOptions options, long id, long session) {
    this.manager = manager;
    this.options = options;
    this.id = id;
    this.session = session;
    owner = new LockManager.LockOwner(id, session);
    database = manager.database();
    writes = new OwnWrites(manager.takeBatch());
    reads =
        options.isolation() == Isolation.SERIALIZABLE && !options.readOnly() ? new ReadSet() : null;
  }

  /** How it behaves. */
  public TransactionOptions options() {
    return options;
  }

  /** What others may know of it. Safe from any thread. */
  TransactionInfo info() {
    return new TransactionInfo(
        id,
        session,
        started,
        options.isolation(),
        options.readOnly(),
        manager.locks().heldBy(owner),
        writes.isEmpty() ? 0 : writes.batch().byteSize(),
        manager.locks().waitOf(owner));
  }

  /** Whether it was committed or rolled back. */
  public boolean isEnded() {
    return state.get() != State.ACTIVE;
  }

  /** Whether it has changed anything. */
  public boolean hasWrites() {
    return state.get() != State.ENDED && (!writes.isEmpty() || changedCatalog != null);
  }

  /** Whether a statement has read or locked anything in it. */
  public boolean hasStarted() {
    return hasStarted;
  }

  /**
   * What is run now and then while it waits for a lock, or at its commit for the store, and may
   * throw to end the wait.
   */
  public void onWait(Runnable check) {
    waitCheck = check;
  }

  /** A view for one statement, owned by the caller. */
  public ReadView statementView() {
    checkActive();
    hasStarted = true;
    if (snapshot == null) {
      takeSnapshot();
    }
    return new StatementView(database, writes, snapshot, reads);
  }

  private void takeSnapshot() {
    if (options.isolation() == Isolation.REPEATABLE_READ) {
      keep(database.snapshot(), null);
    } else if (options.isolation() == Isolation.SERIALIZABLE) {
      CommitOrder.Start start = manager.commitOrder().enter(database::snapshot, waitCheck);
      keep(start.snapshot(), start);
    }
  }

  /** Keeps a snapshot, unless another thread has ended the transaction in the meantime. */
  private void keep(Snapshot taken, CommitOrder.Start start) {
    synchronized (snapshotLock) {
      if (!isEnded()) {
        snapshot = taken;
        serializableStart = start;
        return;
      }
    }
    if (start != null) {
      manager.commitOrder().leave(start);
    }
    taken.close();
    checkActive();
  }

  /** The latest committed value of a key under the transaction's own writes, all included. */
  public boolean getLatest(ColumnFamily family, byte[] key, int keyLength, ValueBuffer target) {
    checkActive();
    if (!writes.isEmpty()) {
      writes.index();
      OwnWrites.FamilyWrites own = writes.family(family);
      if (own != null) {
        Overlay overlay = new Overlay(own, writes.position());
        byte[] exact = Arrays.copyOf(key, keyLength);
        OwnWrites.Version version = overlay.find(exact);
        Overlay.Verdict verdict = overlay.verdict(exact, version);
        if (verdict == Overlay.Verdict.WRITTEN) {
          target.set(version.value(), 0, version.value().length);
        }
        if (verdict != Overlay.Verdict.UNTOUCHED) {
          return verdict == Overlay.Verdict.WRITTEN;
        }
      }
    }
    return database.get(family, null, key, keyLength, target);
  }

  /**
   * Locks a key until the transaction ends.
   *
   * @param table the table, for messages
   * @throws GabbroException {@code DEADLOCK}, with which the transaction is rolled back; {@code
   *     LOCK_NOT_AVAILABLE}; with a snapshot {@code SERIALIZATION_FAILURE} when another has changed
   *     the row since
   */
  public void lock(ColumnFamily family, byte[] key, int keyLength, String table) {
    checkActive();
    byte[] exact = Arrays.copyOf(key, keyLength);
    acquire(new LockKey(family.id(), exact), options.lockTimeout(), table);
    checkUnchanged(family, exact);
  }

  /**
   * Locks a key, until the transaction ends, unless another transaction has it locked.
   *
   * @return whether this transaction has the lock
   * @throws GabbroException with a snapshot {@code SERIALIZATION_FAILURE} when another has changed
   *     the row since
   */
  public boolean tryLock(ColumnFamily family, byte[] key, int keyLength) {
    checkActive();
    byte[] exact = Arrays.copyOf(key, keyLength);
    boolean locked = manager.locks().tryAcquire(owner, new LockKey(family.id(), exact));
    if (locked) {
      checkUnchanged(family, exact);
    }
    return locked;
  }

  /** Takes a lock; who would close a circle of waits is rolled back, so that the others go on. */
  private boolean acquire(LockKey key, Duration timeout, String what) {
    hasStarted = true;
    try {
      return manager.locks().acquire(owner, key, timeout, waitCheck, what);
    } catch (GabbroException e) {
      if (e.code() == ErrorCode.DEADLOCK) {
        isDeadlockVictim = true;
        rollback();
      }
      throw e;
    }
  }

  private void checkUnchanged(ColumnFamily family, byte[] key) {
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

  /**
   * Locks a key and writes its value unless the key exists.
   *
   * @param tableId the table
   * @param format the table's format that the row was made for
   * @param last what is known of the table's keys; null when others may write them too
   * @return whether it was written; false when the key exists
   */
  public boolean insert(
      int tableId,
      TableFormat format,
      ColumnFamily family,
      LastKey last,
      KeyValue row,
      String table) {
    checkWritable("INSERT");
    byte[] key = Arrays.copyOf(row.key(), row.keyLength());
    boolean fresh = acquire(new LockKey(family.id(), key), options.lockTimeout(), table);
    boolean isNew = fresh && snapshot == null && last != null && last.isBelow(key, key.length);
    if (!isNew && exists(family, key, row.scratch())) {
      return false;
    }
    writes.batch().put(family, key, 0, key.length, row.value(), 0, row.valueLength());
    writtenTables.note(tableId, format);
    if (last != null) {
      insertedKeys.merge(last, key, (a, b) -> Arrays.compareUnsigned(a, b) < 0 ? b : a);
    }
    return true;
  }

  /**
   * Whether a locked key exists. With a snapshot, one that others have deleted since is a conflict;
   * with serializable isolation, one that they have inserted is too.
   */
  private boolean exists(ColumnFamily family, byte[] key, ValueBuffer scratch) {
    if (reads != null) {
      checkUnchanged(family, key);
      reads.add(family, key, key.length);
    }
    boolean exists = getLatest(family, key, key.length, scratch);
    if (!exists) {
      checkUnchanged(family, key);
    }
    return exists;
  }

  /** Writes a key that is locked and not new. */
  public void put(int tableId, TableFormat format, ColumnFamily family, KeyValue row) {
    checkWritable("UPDATE");
    writes.batch().put(family, row.key(), 0, row.keyLength(), row.value(), 0, row.valueLength());
    writtenTables.note(tableId, format);
  }

  /** Deletes a key that is locked. */
  public void delete(
      int tableId, TableFormat format, ColumnFamily family, byte[] key, int keyLength) {
    checkWritable("DELETE");
    writes.batch().delete(family, key, 0, keyLength);
    writtenTables.note(tableId, format);
  }

  /** Writes a locked key of a column family that no table of the catalog lies in. */
  public void put(ColumnFamily family, KeyValue entry) {
    checkWritable("PUT");
    writes
        .batch()
        .put(family, entry.key(), 0, entry.keyLength(), entry.value(), 0, entry.valueLength());
  }

  /** Deletes a locked key of a column family that no table of the catalog lies in. */
  public void delete(ColumnFamily family, byte[] key, int keyLength) {
    checkWritable("DELETE");
    writes.batch().delete(family, key, 0, keyLength);
  }

  /** Deletes all keys of a range, locked or not. */
  public void deleteRange(ColumnFamily family, KeyRange range) {
    checkWritable("TRUNCATE");
    writes.batch().deleteRange(family, range);
  }

  /** Writes a key that belongs to no table, such as one of the catalog. */
  public void putRaw(ColumnFamily family, byte[] key, byte[] value) {
    checkWritable("DDL");
    writes.batch().put(family, key, value);
  }

  /** Deletes a key that belongs to no table. */
  public void deleteRaw(ColumnFamily family, byte[] key) {
    checkWritable("DDL");
    writes.batch().delete(family, key);
  }

  /** The tables as this transaction sees them. */
  public CatalogSnapshot catalog() {
    return changedCatalog != null ? changedCatalog : manager.catalog().current();
  }

  /**
   * Locks the catalog until the transaction ends: one transaction at a time changes it.
   *
   * @return the catalog to change
   */
  public CatalogSnapshot lockCatalog() {
    checkWritable("DDL");
    acquire(CATALOG_LOCK, options.lockTimeout(), "catalog");
    return catalog();
  }

  /**
   * The column family for a new table, made when there is none. When no table lies in it at the end
   * of the transaction, and nothing else, it goes again. The transaction has locked the catalog.
   */
  public ColumnFamily familyForTable(String name) {
    checkWritable("DDL");
    madeFamilies = true;
    return manager.newFamilies().forTransaction(name, this);
  }

  /** Replaces the catalog as this transaction sees it; others see it after the commit. */
  public void changeCatalog(CatalogSnapshot changed) {
    writtenTables.noteOwn(catalog(), changed);
    changedCatalog = changed;
  }

  /** The present state, to return to with {@link #rollbackTo}. */
  public Savepoint savepoint() {
    checkActive();
    return new Savepoint(
        writes.batch().byteSize(),
        writes.batch().count(),
        changedCatalog,
        writtenTables.copy(),
        emptyTables.size());
  }

  /** Undoes all writes since {@code savepoint}; locks stay. */
  public void rollbackTo(Savepoint savepoint) {
    checkActive();
    writes.truncate(savepoint.byteSize(), savepoint.count());
    changedCatalog = savepoint.catalog();
    writtenTables.restore(savepoint.writtenTables());
    emptyTables.subList(savepoint.emptyTables(), emptyTables.size()).clear();
  }

  /**
   * Makes all writes visible and durable, and ends the transaction.
   *
   * @throws GabbroException {@code TRANSACTION_ABORTED} when it has been rolled back because of a
   *     deadlock; {@code SERIALIZATION_FAILURE}; what the store raises when it refuses the batch.
   *     In all of these cases the transaction is rolled back
   */
  public void commit() {
    if (isDeadlockVictim) {
      throw new GabbroException(ErrorCode.TRANSACTION_ABORTED);
    }
    if (!state.compareAndSet(State.ACTIVE, State.COMMITTING)) {
      return;
    }
    try {
      if (hasWrites()) {
        manager
            .counters()
            .measureCommit(
                session,
                writes.batch().byteSize(),
                options.durability(),
                () -> manager.schema().runCommit(changedCatalog != null, this::write));
      }
    } finally {
      end();
      manager.giveBack(writes.batch());
    }
  }

  private void write() {
    writtenTables.check(manager.catalog().current());
    emptyTables.forEach(this::checkEmpty);
    insertedKeys.forEach(LastKey::raise);
    manager
        .commitOrder()
        .runCommit(
            writes.batch(),
            changedCatalog != null,
            serializableStart,
            reads,
            () -> database.write(writes.batch(), options.durability(), this::noteStall));
    if (changedCatalog != null) {
      manager.catalog().publish(changedCatalog);
    }
  }

  private void noteStall() {
    hasStalled = true;
    waitCheck.run();
  }

  /** Whether its commit had to wait because the store could not keep up. */
  public boolean hasStalled() {
    return hasStalled;
  }

  /**
   * Says that a table must have no rows but those that this transaction writes from now on; looked
   * at again when it commits. To be called with the lock of the catalog.
   */
  public void requireEmpty(ColumnFamily family, KeyRange range) {
    emptyTables.add(new EmptyTable(family, range));
  }

  private void checkEmpty(EmptyTable table) {
    writes.index();
    OwnWrites.FamilyWrites own = writes.family(table.family());
    Overlay overlay = own == null ? null : new Overlay(own, writes.position());
    RowBlock block = new RowBlock(EMPTY_CHECK_ROWS, true, false);
    try (RowCursor cursor =
        database.cursor(table.family(), null, table.range(), Direction.FORWARD)) {
      while (cursor.fill(block, EMPTY_CHECK_ROWS) > 0) {
        for (int row = 0; row < block.count(); row++) {
          byte[] key = block.key(row);
          if (overlay == null
              || overlay.verdict(key, overlay.find(key)) == Overlay.Verdict.UNTOUCHED) {
            throw new GabbroException(ErrorCode.SERIALIZATION_FAILURE)
                .withHint("another transaction has inserted rows that lack a value; run it again");
          }
        }
      }
    }
  }

  /** Hears that this transaction drops a table: what it wrote to it is of no concern any more. */
  public void forgetTable(int table) {
    writtenTables.forget(table);
  }

  /** Forgets all writes and ends the transaction; does nothing while it commits. */
  public void rollback() {
    if (state.compareAndSet(State.ACTIVE, State.ENDED)) {
      manager.counters().rollBack();
      end();
    }
  }

  private void end() {
    state.set(State.ENDED);
    try {
      if (madeFamilies) {
        manager.dropUnusedFamilies(this);
      }
    } finally {
      manager.locks().releaseAll(owner);
      manager.forget(this);
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

  private void checkActive() {
    if (isDeadlockVictim) {
      throw new GabbroException(ErrorCode.TRANSACTION_ABORTED);
    }
    if (isEnded()) {
      throw new GabbroException(ErrorCode.INVALID_TRANSACTION_STATE, "the transaction has ended");
    }
  }

  /**
   * Refuses a change when the transaction may only read.
   *
   * @param what what is refused, for the message
   * @throws GabbroException {@code READ_ONLY}
   */
  public void checkWritable(String what) {
    checkActive();
    if (options.readOnly()) {
      throw new GabbroException(ErrorCode.READ_ONLY, what, "transaction");
    }
  }

  /** Rolls back unless it was committed. */
  @Override
  public void close() {
    rollback();
  }

  /**
   * A state of a transaction.
   *
   * @param byteSize the size of its batch
   * @param count the number of its operations
   * @param catalog its changed catalog; null when it has changed none
   * @param writtenTables the tables that it wrote to, as they were then
   * @param emptyTables how many tables had to be empty
   */
  public record Savepoint(
      int byteSize,
      int count,
      CatalogSnapshot catalog,
      Map<TableFormat, Integer> writtenTables,
      int emptyTables) {}

  /** A table that must have no rows but those of the transaction. */
  private record EmptyTable(ColumnFamily family, KeyRange range) {}

  private enum State {
    ACTIVE,
    COMMITTING,
    ENDED
  }
}
