package io.gabbro.storage.rocksdb;

import io.gabbro.monitor.Metric;
import io.gabbro.storage.Backup;
import io.gabbro.storage.StoredFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/** Work on all files of an open database, and its figures. Thread-safe. */
final class RocksMaintenance {
  private static final long LONG_REPLAY_BYTES = 4 << 20;

  private final GuardedStore store;
  private final RocksDB rocks;
  private final RocksFamilies families;

  RocksMaintenance(GuardedStore store, RocksFamilies families) {
    this.store = store;
    this.rocks = store.rocks();
    this.families = families;
  }

  void flush() {
    store.guarded(
        () -> {
          if (!store.isReadOnly()) {
            DatabaseDirectory.checkPresent(rocks.getName());
            families.flush();
            rocks.syncWal();
          }
          return null;
        });
  }

  Backup backup(Path directory, int keep, Runnable check) {
    return store.guarded(
        () -> {
          if (store.isReadOnly()) {
            throw RocksErrors.noBackup();
          }
          DatabaseDirectory.checkPresent(rocks.getName());
          check.run();
          families.flush();
          return new BackupWriter(rocks).write(directory, keep, () -> checkGoesOn(check));
        });
  }

  List<StoredFile> verifyFiles(Runnable check) {
    return store.guarded(() -> new FileVerifier(rocks).verify(() -> checkGoesOn(check)));
  }

  /** Throws when the database is being closed, or {@code check} does. */
  private void checkGoesOn(Runnable check) {
    store.guard().check();
    check.run();
  }

  /** The figures of the store, without those of what is open in it. */
  List<Metric> metrics() {
    return store.guarded(
        () -> {
          List<Metric> all = new ArrayList<>(RocksMetrics.read(rocks, !store.isReadOnly()));
          all.addAll(store.store().settings().statistics().metrics());
          return all;
        });
  }

  /**
   * Writes files for what is in memory when the next open would spend long on reading it from the
   * log, when all uses have ended. A failure loses nothing: the log has it all.
   */
  void flushBeforeClose() {
    if (store.isReadOnly()) {
      return;
    }
    try {
      if (rocks.getAggregatedLongProperty("rocksdb.cur-size-all-mem-tables") > LONG_REPLAY_BYTES) {
        families.flush();
      }
    } catch (RocksDBException e) {
      // The next open reads the log instead.
    }
  }
}
