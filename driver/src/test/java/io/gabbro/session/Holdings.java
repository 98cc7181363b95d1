package io.gabbro.session;

import io.gabbro.storage.rocksdb.RocksDatabase;

/** What the statements and transactions of an open database hold, for tests. */
public record Holdings(int cursors, int snapshots, int locks) {
  /** Nothing. */
  public static final Holdings NONE = new Holdings(0, 0, 0);

  /** Counts; {@code database} is in a directory. */
  public static Holdings of(Gabbro database) {
    SharedDatabase shared = ((DatabaseHandle) database).shared();
    RocksDatabase store = (RocksDatabase) shared.store();
    return new Holdings(
        store.openCursors(), store.openSnapshots(), shared.transactions().lockCount());
  }
}
