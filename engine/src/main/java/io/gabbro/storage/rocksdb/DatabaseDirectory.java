package io.gabbro.storage.rocksdb;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** Looks at a directory, and makes it, before RocksDB touches it. */
final class DatabaseDirectory {
  /** The file that makes a directory a database. */
  static final String CURRENT = "CURRENT";

  private static final String PROBE = "gabbro.probe";
  private static final int PROBE_BYTES = 1 << 20;
  private static final String FIRST_MANIFEST = "MANIFEST-000001";

  private DatabaseDirectory() {}

  /**
   * Makes sure that there is a directory in which a database is or can be made. One that is made
   * belongs to the user of this process alone, where the file system knows users.
   *
   * @throws GabbroException {@code IO_ERROR} when it cannot be made or read, {@code
   *     UNSUPPORTED_FORMAT} when it holds other things than a database, {@code DATABASE_CORRUPTED}
   *     when it holds data of a database whose list of files is gone
   */
  static void prepareForWriting(Path directory) {
    try {
      Files.createDirectories(directory, ownersOnly(directory));
    } catch (IOException e) {
      throw RocksErrors.translate(e, "cannot create the database directory \"" + directory + "\"");
    }
    checkContent(directory);
  }

  /**
   * Makes sure that a directory holds a database.
   *
   * @throws GabbroException {@code UNDEFINED_FILE} when there is none, else as {@link
   *     #prepareForWriting}
   */
  static void checkForReading(Path directory) {
    if (!Files.exists(directory)) {
      throw new GabbroException(
          ErrorCode.UNDEFINED_FILE, "the database directory \"" + directory + "\" does not exist");
    }
    if (!checkContent(directory)) {
      throw new GabbroException(
          ErrorCode.UNDEFINED_FILE, "the directory \"" + directory + "\" holds no database");
    }
  }

  /** What makes a directory that is made belong to the user of this process alone. */
  static FileAttribute<?>[] ownersOnly(Path directory) {
    return directory.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }

  /**
   * Makes sure that the directory of an open database is still there: RocksDB would make another
   * one and lose what is in the files that it has open.
   *
   * @throws GabbroException {@code IO_ERROR} when it is not
   */
  static void checkPresent(String directory) {
    if (!Files.exists(Path.of(directory, CURRENT))) {
      throw new GabbroException(
          ErrorCode.IO_ERROR, "the database directory \"" + directory + "\" is not there any more");
    }
  }

  /**
   * Makes sure that a file can be written to the directory of an open database. To be called before
   * a column family is made: RocksDB would make it, fail to write its file of options, and give no
   * handle, so that it could not be used until the directory is opened again.
   *
   * @throws GabbroException {@code IO_ERROR}, {@code DISK_FULL}
   */
  static void checkWritable(String directory) {
    checkPresent(directory);
    Path probe = Path.of(directory, PROBE);
    try {
      Files.write(probe, new byte[PROBE_BYTES]);
    } catch (IOException e) {
      throw RocksErrors.translate(e, "cannot write to \"" + directory + "\"");
    } finally {
      probe.toFile().delete();
    }
  }

  /**
   * A name of the last opening for writing: that of the list of files, of which RocksDB begins
   * another at each.
   *
   * @return empty when there is no database or its list cannot be told
   */
  static String lastOpening(Path directory) {
    try {
      return Files.readString(directory.resolve(CURRENT)).strip();
    } catch (IOException e) {
      return "";
    }
  }

  /** Whether there is a database; false when one can be made. */
  private static boolean checkContent(Path directory) {
    List<String> names;
    try (Stream<Path> entries = Files.list(directory)) {
      names = entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw RocksErrors.translate(e, "cannot read the database directory \"" + directory + "\"");
    }
    if (names.contains(CURRENT)) {
      return true;
    }
    for (String name : names) {
      if (isData(directory.resolve(name))) {
        throw new GabbroException(
            ErrorCode.DATABASE_CORRUPTED, "\"" + directory + "\" has lost its file " + CURRENT);
      }
      if (!isLeftover(name)) {
        throw new GabbroException(
            ErrorCode.UNSUPPORTED_FORMAT,
            "the directory \"" + directory + "\" is not empty and holds no database");
      }
    }
    return false;
  }

  /** Whether a file tells that there was a database; RocksDB would make a new one over it. */
  private static boolean isData(Path file) {
    String name = file.getFileName().toString();
    boolean isLog = name.matches("\\d+\\.log") && file.toFile().length() > 0;
    boolean isLaterManifest = name.matches("MANIFEST-\\d+") && !name.equals(FIRST_MANIFEST);
    return isLog || isLaterManifest || name.matches("\\d+\\.(sst|ldb|blob)");
  }

  /** Whether a first start that was cut short leaves such a file, or an operating system does. */
  private static boolean isLeftover(String name) {
    return name.startsWith(".")
        || name.equals("lost+found")
        || name.equals(DirectoryLock.FILE_NAME)
        || name.equals(PROBE)
        || name.equals(FIRST_MANIFEST)
        || name.matches("LOCK|IDENTITY|LOG.*|OPTIONS-.*|\\d+\\.(log|dbtmp)");
  }
}
