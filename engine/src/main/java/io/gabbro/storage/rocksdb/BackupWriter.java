package io.gabbro.storage.rocksdb;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.storage.Backup;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.rocksdb.BackupEngine;
import org.rocksdb.BackupEngineOptions;
import org.rocksdb.Env;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/** Makes backups of an open database by RocksDB's backup engine. */
final class BackupWriter {
  private static final System.Logger LOGGER = System.getLogger(BackupWriter.class.getName());

  private final RocksDB rocks;

  BackupWriter(RocksDB rocks) {
    this.rocks = rocks;
  }

  /**
   * Adds a backup to a directory, then deletes the oldest but {@code keep} if none is damaged. The
   * lock of the directory keeps others out: the engine itself would not notice them.
   *
   * @param check is run before anything is copied, and may throw; RocksDB's Java interface has no
   *     way to end the copying
   */
  Backup write(Path target, int keep, Runnable check) {
    if (keep < 1) {
      throw new GabbroException(ErrorCode.INVALID_ARGUMENT, "at least one backup must be kept");
    }
    BackupDirectory directory = new BackupDirectory(target);
    Path database = Path.of(rocks.getName());
    directory.prepare(database);
    DirectoryLock lock = lock(directory.path());
    try (BackupEngineOptions options =
            new BackupEngineOptions(directory.path().toString())
                .setShareTableFiles(true)
                .setShareFilesWithChecksum(true);
        BackupEngine engine = BackupEngine.open(Env.getDefault(), options)) {
      directory.requireBackupsOf(database);
      check.run();
      engine.createNewBackup(rocks, true);
      Backup made = directory.manifest(Optional.empty()).describe();
      deleteWhatIsNotNeeded(engine, keep);
      return made;
    } catch (RocksDBException e) {
      throw RocksErrors.translate(e);
    } finally {
      lock.close();
    }
  }

  /**
   * Deletes old backups, and what one that was cut short has left. Nothing, when there are damaged
   * ones: their files, which may be all that is left of the data, would look unused.
   */
  private static void deleteWhatIsNotNeeded(BackupEngine engine, int keep) throws RocksDBException {
    int[] damaged = engine.getCorruptedBackups();
    if (damaged.length > 0) {
      LOGGER.log(
          System.Logger.Level.WARNING,
          "no old backups and files are deleted, because backups are damaged: {0}",
          Arrays.toString(damaged));
      return;
    }
    if (keep < Integer.MAX_VALUE) {
      engine.purgeOldBackups(keep);
    }
    engine.garbageCollect();
  }

  private static DirectoryLock lock(Path directory) {
    try {
      return DirectoryLock.acquire(directory);
    } catch (GabbroException e) {
      if (e.code() == ErrorCode.DATABASE_LOCKED) {
        throw GabbroException.causedBy(
            e,
            ErrorCode.DATABASE_LOCKED,
            "another backup is being made in the directory \"" + directory + "\"");
      }
      throw e;
    }
  }
}
