package io.gabbro.storage.rocksdb;

import io.gabbro.error.GabbroException;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/**
 * An opened store and the guard of all operations on its native database that have none of a column
 * family. It is closed by {@link RocksDatabase}, which owns the store.
 */
final class GuardedStore {
  /** An operation that may throw RocksDB's exception. */
  interface NativeOperation<T> {
    T run() throws RocksDBException;
  }

  private final RocksStore store;
  private final UseGuard guard = new UseGuard("the database");

  GuardedStore(RocksStore store) {
    this.store = store;
  }

  RocksStore store() {
    return store;
  }

  /** The native database, for whoever has entered the guard, or that of a column family. */
  RocksDB rocks() {
    return store.rocks();
  }

  UseGuard guard() {
    return guard;
  }

  boolean isReadOnly() {
    return store.mode() != OpenMode.READ_WRITE;
  }

  /** Throws {@code READ_ONLY} where nothing may be changed. */
  void checkWritable() {
    if (isReadOnly()) {
      throw RocksErrors.readOnly();
    }
  }

  /** Runs an operation within the guard. */
  <T> T guarded(NativeOperation<T> operation) {
    guard.enter();
    try {
      return operation.run();
    } catch (RocksDBException e) {
      GabbroException error = RocksErrors.translate(e);
      throw isReadOnly() ? error : RocksErrors.withWayOut(error);
    } finally {
      guard.exit();
    }
  }
}
