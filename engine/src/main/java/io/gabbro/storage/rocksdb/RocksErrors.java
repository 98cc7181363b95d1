package io.gabbro.storage.rocksdb;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

/** Turns errors of RocksDB into Gabbro's. */
final class RocksErrors {
  private RocksErrors() {}

  /** The error that tells what {@code cause} tells. */
  static GabbroException translate(RocksDBException cause) {
    Status status = cause.getStatus();
    String message = message(cause);
    if (isDiskFull(message) || (status != null && status.getSubCode() == Status.SubCode.NoSpace)) {
      return GabbroException.causedBy(cause, ErrorCode.DISK_FULL, message);
    }
    if (status == null) {
      return GabbroException.causedBy(cause, ErrorCode.BACKEND, message);
    }
    return switch (status.getCode()) {
      case Corruption -> GabbroException.causedBy(cause, ErrorCode.DATABASE_CORRUPTED, message);
      case IOError -> GabbroException.causedBy(cause, ErrorCode.IO_ERROR, message);
      default -> GabbroException.causedBy(cause, ErrorCode.BACKEND, message);
    };
  }

  /** An error of a change, with what the user can do about it. */
  static GabbroException withWayOut(GabbroException error) {
    return switch (error.code()) {
      case DISK_FULL ->
          error.withHint(
              "the database can be read; changes work again some seconds after more space is free"
                  + " than the option write_buffer says");
      case IO_ERROR, BACKEND ->
          error.withHint(
              "the database can be read; when the cause is gone, close it everywhere and open it"
                  + " again");
      default -> error;
    };
  }

  /** The error of an operation on a file: {@code what} failed because of {@code cause}. */
  static GabbroException translate(IOException cause, String what) {
    if (cause instanceof ClosedByInterruptException) {
      return GabbroException.causedBy(cause, ErrorCode.QUERY_CANCELED, "thread interrupt");
    }
    if (isDiskFull(cause.getMessage())) {
      return GabbroException.causedBy(cause, ErrorCode.DISK_FULL, what);
    }
    return GabbroException.causedBy(cause, ErrorCode.IO_ERROR, what + ": " + reason(cause));
  }

  private static boolean isDiskFull(String message) {
    return message != null && message.toLowerCase(Locale.ROOT).contains("no space left");
  }

  private static String reason(IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (cause instanceof NoSuchFileException) {
      return "no such file or directory";
    }
    if (cause instanceof NotDirectoryException || cause instanceof FileAlreadyExistsException) {
      return "there is a file of that name";
    }
    if (cause instanceof FileSystemException system && system.getReason() != null) {
      return system.getReason();
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  /** The error of a directory that is only read, when files that it lists are not there. */
  static GabbroException filesDisappeared(RocksDBException cause, Path directory) {
    return GabbroException.causedBy(
            cause,
            ErrorCode.IO_ERROR,
            "files of the database \""
                + directory
                + "\" have disappeared: "
                + message(cause)
                + "; another process has compacted or deleted them")
        .withHint("open it again, or with mode=secondary beside a process that writes it");
  }

  /** The error that a write to a store that is open for reading only gets. */
  static GabbroException readOnly() {
    return new GabbroException(ErrorCode.READ_ONLY, "a write", "database");
  }

  /** The error of a backup of a store that is open for reading only. */
  static GabbroException noBackup() {
    return new GabbroException(ErrorCode.READ_ONLY, "BACKUP", "database")
        .withHint("make the backup in the process that writes the database");
  }

  private static String message(RocksDBException cause) {
    String message = cause.getMessage();
    if (message == null || message.isBlank()) {
      Status status = cause.getStatus();
      message = status == null ? "unknown error" : status.getCodeString();
    }
    return message.strip().replaceAll("\\s*[\\r\\n]+\\s*", "; ");
  }
}
