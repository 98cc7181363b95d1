package io.gabbro.transaction;

import io.gabbro.catalog.TableDefinition;
import io.gabbro.error.GabbroException;
import io.gabbro.lifecycle.CloseSteps;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Collection;

/**
 * A transaction: what it sees, its savepoints and its end. Its rows and its tables are changed
 * through {@link #rows} and {@link #schema}. Nothing of it is in the store before {@link #commit},
 * which writes all of it as one batch. Used by one thread at a time; ending it twice is harmless.
 */
public final class Transaction implements AutoCloseable {
  private static final System.Logger LOGGER = System.getLogger("io.gabbro");

  private final TransactionManager manager;
  private final TransactionOptions options;
  private final long id;
  private final long session;
  private final Instant started = Instant.now();
  private final TransactionState state;
  private final TransactionLocks locks;
  private final OwnWrites writes;
  private final WrittenTables writtenTables = new WrittenTables();
  private final TransactionReads reads;
  private final RowChanges rowChanges;
  private final SchemaChanges schemaChanges;
  private final TransactionCommit commit;

  Transaction(TransactionManager manager, TransactionOptions options, long id, long session) {
    this.manager = manager;
    this.options = options;
    this.id = id;
    this.session = session;
    state = new TransactionState(options.readOnly());
    locks =
        new TransactionLocks(
            manager.locks(),
            new LockManager.LockOwner(id, session),
            options.lockTimeout(),
            state,
            this::rollback);
    writes = new OwnWrites(manager.takeBatch());
    reads = new TransactionReads(manager, options, writes, state);
    rowChanges = new RowChanges(manager.database(), state, locks, reads, writes, writtenTables);
    schemaChanges = new SchemaChanges(manager, this, state, locks, writes, writtenTables);
    commit =
        new TransactionCommit(
            manager,
            session,
            options.durability(),
            locks,
            reads,
            writes,
            rowChanges,
            schemaChanges);
  }

  /** How it behaves. */
  public TransactionOptions options() {
    return options;
  }

  /** The rows that it locks and writes. */
  public RowChanges rows() {
    return rowChanges;
  }

  /** The tables as it sees and changes them. */
  public SchemaChanges schema() {
    return schemaChanges;
  }

  /** What others may know of it. Safe from any thread. */
  TransactionInfo info() {
    return new TransactionInfo(
        id,
        session,
        started,
        options.isolation(),
        options.readOnly(),
        locks.count(),
        writes.isEmpty() ? 0 : writes.batch().byteSize(),
        locks.currentWait());
  }

  /** Whether it was committed or rolled back. */
  public boolean isEnded() {
    return !state.isActive();
  }

  /** Whether it has changed anything. */
  public boolean hasWrites() {
    return !state.isOver() && (!writes.isEmpty() || schemaChanges.isChanged());
  }

  /** Whether a statement has read or locked anything in it. */
  public boolean hasStarted() {
    return state.isBegun();
  }

  /**
   * What is run now and then while it waits for a lock, or at its commit for the store, and may
   * throw to end the wait.
   */
  public void onWait(Runnable check) {
    locks.onWait(check);
  }

  /** A view for one statement, owned by the caller. */
  public ReadView statementView() {
    state.checkActive();
    state.begin();
    reads.start(locks.waitCheck());
    return reads.view();
  }

  /**
   * As {@link #statementView()}, for a part of a statement that was planned before.
   *
   * @param planned the tables that it reads and writes, as they were then
   * @throws GabbroException {@code SERIALIZATION_FAILURE} when another has changed one of them
   */
  public ReadView statementView(Collection<TableDefinition> planned) {
    return manager
        .schema()
        .runStart(
            locks.waitCheck(),
            () -> {
              planned.forEach(schemaChanges::checkCurrent);
              return statementView();
            });
  }

  /**
   * Refuses a change when the transaction may only read.
   *
   * @param what what is refused, for the message
   * @throws GabbroException {@code READ_ONLY}
   */
  public void checkWritable(String what) {
    state.checkWritable(what);
  }

  /** The present state, to return to with {@link #rollbackTo}. */
  public Savepoint savepoint() {
    state.checkActive();
    return new Savepoint(
        writes.batch().byteSize(),
        writes.batch().count(),
        schemaChanges.mark(),
        writtenTables.copy());
  }

  /** Undoes all writes since {@code savepoint}; locks stay. */
  public void rollbackTo(Savepoint savepoint) {
    state.checkActive();
    writes.truncate(savepoint.byteSize(), savepoint.count());
    schemaChanges.rollbackTo(savepoint.schema());
    writtenTables.restore(savepoint.writtenTables());
  }

  /**
   * Makes all writes visible and durable, and ends the transaction.
   *
   * @throws GabbroException {@code TRANSACTION_ABORTED} when it has been rolled back because of a
   *     deadlock; {@code SERIALIZATION_FAILURE}; what the check of {@link #onWait} throws; what the
   *     store raises when it refuses the batch. In all of these cases the transaction is rolled
   *     back
   */
  public void commit() {
    if (!state.beginCommit()) {
      return;
    }
    try {
      if (hasWrites()) {
        commit.run();
      }
    } catch (RuntimeException | Error e) {
      try {
        giveBack();
      } catch (RuntimeException | Error more) {
        e.addSuppressed(more);
      }
      throw e;
    }
    endCommitted();
  }

  /** What is written stays written: nothing that fails from here on is a failure of the commit. */
  private void endCommitted() {
    try {
      giveBack();
    } catch (RuntimeException | Error e) {
      LOGGER.log(Level.WARNING, "not all that a committed transaction held was given back", e);
    }
  }

  private void giveBack() {
    end();
    manager.giveBack(writes.batch());
  }

  /** Whether its commit had to wait because the store could not keep up. */
  public boolean hasStalled() {
    return commit.hasStalled();
  }

  /** Forgets all writes and ends the transaction; does nothing while it commits. */
  public void rollback() {
    if (state.beginRollback()) {
      manager.counters().rollBack();
      end();
    }
  }

  private void end() {
    state.end();
    new CloseSteps()
        .then(schemaChanges::end)
        .then(locks::release)
        .then(() -> manager.forget(this))
        .then(reads::close)
        .end();
  }

  /** Rolls back unless it was committed. */
  @Override
  public void close() {
    rollback();
  }
}
