package io.gabbro.storage.rocksdb;

import java.nio.file.Path;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

/**
 * RocksDB's own lock of a directory, the file {@code LOCK}. Only RocksDB is asked for it: in a
 * process that has the directory open, opening and closing that file by other means would give the
 * lock away.
 */
final class ForeignLock {
  static {
    NativeLibrary.load();
  }

  private ForeignLock() {}

  /**
   * Whether a program, be it in this process or another, holds the lock of a directory with a
   * database. An open that must not find a database takes the lock, sees that there is one, and
   * fails before it reads or writes any of it.
   */
  static boolean isHeld(Path directory) {
    try (Options options = new Options().setErrorIfExists(true);
        RocksDB opened = RocksDB.open(options, directory.toString())) {
      return !opened.isOwningHandle();
    } catch (RocksDBException e) {
      return refuses(e);
    }
  }

  /** Whether an open failed because the lock was held. */
  static boolean refuses(RocksDBException e) {
    return e.getStatus() != null
        && e.getStatus().getCode() == Status.Code.IOError
        && e.getMessage().contains("lock ");
  }
}
