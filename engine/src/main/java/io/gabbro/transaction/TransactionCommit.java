package io.gabbro.transaction;

import io.gabbro.storage.Durability;

/** Writes what a transaction has changed to the store, and shows it to others. */
final class TransactionCommit {
  private final TransactionManager manager;
  private final long session;
  private final Durability durability;
  private final TransactionLocks locks;
  private final TransactionReads reads;
  private final OwnWrites writes;
  private final RowChanges rows;
  private final SchemaChanges schema;
  private boolean hasStalled;

  TransactionCommit(
      TransactionManager manager,
      long session,
      Durability durability,
      TransactionLocks locks,
      TransactionReads reads,
      OwnWrites writes,
      RowChanges rows,
      SchemaChanges schema) {
    this.manager = manager;
    this.session = session;
    this.durability = durability;
    this.locks = locks;
    this.reads = reads;
    this.writes = writes;
    this.rows = rows;
    this.schema = schema;
  }

  /** Writes all of it, or throws and writes nothing. */
  void run() {
    manager
        .counters()
        .measureCommit(session, writes.batch().byteSize(), durability, this::enterAndWrite);
  }

  private void enterAndWrite() {
    manager.schema().runCommit(schema.isChanged(), locks.waitCheck(), this::write);
  }

  private void write() {
    schema.checkCommit();
    rows.raiseLastKeys();
    manager
        .commitOrder()
        .runCommit(
            writes.batch(),
            schema.isChanged(),
            reads.serializableStart(),
            reads.recorded(),
            () -> manager.columns().runCommit(writes.batch(), this::writeBatch));
    schema.publish();
  }

  private void writeBatch() {
    manager.database().write(writes.batch(), durability, this::noteStall);
  }

  private void noteStall() {
    hasStalled = true;
    locks.waitCheck().run();
  }

  /** Whether it had to wait because the store could not keep up. */
  boolean hasStalled() {
    return hasStalled;
  }
}
