package io.gabbro.storage.rocksdb;

import io.gabbro.config.DatabaseOptions;
import io.gabbro.config.Option;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.storage.rocksdb.log.LogCheck;
import io.gabbro.storage.rocksdb.log.LogDamage;
import io.gabbro.storage.rocksdb.log.LogFindings;
import io.gabbro.storage.rocksdb.log.LogRepair;
import io.gabbro.storage.rocksdb.log.TornLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rocksdb.RocksDBException;

/**
 * What is done about damaged logs of a directory at its open. A damaged record is found by reading
 * the logs; a log that is missing, or too short, by RocksDB, to whose list of files the sizes of
 * synced logs are written.
 */
final class LogRecovery {
  private static final Pattern INCOMPLETE =
      Pattern.compile(
          "(?:Missing WAL with log number: (\\d+)|Size mismatch: WAL \\(log number: (\\d+)\\)).*",
          Pattern.DOTALL);

  private final Path directory;
  private final OpenMode mode;
  private final boolean truncates;
  private boolean tracksLogs;

  /** What the options of an open say. */
  LogRecovery(Path directory, OpenMode mode, DatabaseOptions options) {
    this.directory = directory;
    this.mode = mode;
    this.truncates =
        mode == OpenMode.READ_WRITE && options.text(Option.RECOVERY).equals("truncate");
    this.tracksLogs = mode != OpenMode.SECONDARY;
  }

  /** Whether RocksDB shall hold the logs against its list of files. */
  boolean tracksLogs() {
    return tracksLogs;
  }

  /**
   * Reads the logs.
   *
   * @param written what the directory has been written with
   * @throws GabbroException {@code DATABASE_CORRUPTED} when one is damaged and that is refused,
   *     {@code DATABASE_LOCKED} when one looks damaged and another program has the directory open
   */
  void checkLogs(ForeignSettings written) {
    if (mode == OpenMode.SECONDARY || !Files.exists(directory.resolve("CURRENT"))) {
      return;
    }
    try {
      LogFindings findings = LogCheck.of(directory, written.tracksLogs());
      Optional<TornLog> list = findings.unreadableList();
      if (list.isPresent()) {
        throw new GabbroException(
            ErrorCode.DATABASE_CORRUPTED,
            "the list of files \""
                + list.get().path()
                + "\" is damaged at byte "
                + list.get().wholeBytes());
      }
      Optional<LogDamage> damage = findings.damage();
      if (damage.isPresent()) {
        if (mode == OpenMode.READ_WRITE && ForeignLock.isHeld(directory)) {
          throw DirectoryLock.lockedByForeigner(directory);
        }
        truncate(damage.get());
      }
      for (TornLog log : findings.torn()) {
        dropEnd(log);
      }
    } catch (IOException e) {
      throw RocksErrors.translate(e, "cannot read the logs of \"" + directory + "\"");
    }
  }

  /**
   * Cuts off what is no record, where RocksDB might read it for ever; what is merely not finished,
   * it drops itself.
   */
  private void dropEnd(TornLog log) throws IOException {
    if (log.isCutShort()) {
      return;
    }
    if (mode != OpenMode.READ_WRITE) {
      throw new GabbroException(
              ErrorCode.DATABASE_CORRUPTED,
              "the log \""
                  + log.path()
                  + "\" ends, from byte "
                  + log.wholeBytes()
                  + " on, with what is no record")
          .withHint("open the database for writing once, which cuts that off");
    }
    if (ForeignLock.isHeld(directory)) {
      throw DirectoryLock.lockedByForeigner(directory);
    }
    log.cut();
  }

  /** Whether a failed open shall be tried again, after logs were cut. */
  boolean goesOnAfter(RocksDBException failure) {
    Matcher incomplete = incomplete(failure);
    if (!truncates || !tracksLogs || !incomplete.matches()) {
      return false;
    }
    String number = incomplete.group(1) == null ? incomplete.group(2) : incomplete.group(1);
    try {
      truncate(LogCheck.incomplete(directory, Long.parseLong(number)));
    } catch (IOException e) {
      throw RocksErrors.translate(e, "cannot read the logs of \"" + directory + "\"");
    }
    return true;
  }

  /** Leaves what is in front of a damage, when that is wanted and makes sense. */
  private void truncate(LogDamage damage) throws IOException {
    if (!truncates || damage.obstacle().isPresent()) {
      throw damage.refusal();
    }
    LogRepair.truncate(damage);
    tracksLogs = false;
  }

  /** Whether logs were cut, so that something that was committed is gone. */
  boolean hasTruncated() {
    return mode != OpenMode.SECONDARY && !tracksLogs;
  }

  /** An error of an open, with the way out where there is one. */
  static GabbroException withHint(RocksDBException failure) {
    GabbroException error = RocksErrors.translate(failure);
    return incomplete(failure).matches() ? error.withHint(LogDamage.HINT) : error;
  }

  /** Whether a log was not there that the list of files names. */
  static boolean hasLostLog(RocksDBException failure) {
    return incomplete(failure).matches();
  }

  private static Matcher incomplete(RocksDBException failure) {
    return INCOMPLETE.matcher(failure.getMessage() == null ? "" : failure.getMessage());
  }
}
