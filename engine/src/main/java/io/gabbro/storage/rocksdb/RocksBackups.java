package io.gabbro.storage.rocksdb;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.storage.Backup;
import io.gabbro.storage.rocksdb.BackupManifest.BackupFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Lists, verifies and restores backups; {@link RocksDatabase#backup} makes them. Needs no open
 * database, and never changes a directory of backups, which may be read-only. Stateless.
 */
public final class RocksBackups {
  private static final int MOST_PROBLEMS = 10;

  private RocksBackups() {}

  /**
   * All backups in a directory, the oldest first.
   *
   * @throws GabbroException {@code UNDEFINED_FILE} when there is none, {@code DATABASE_CORRUPTED}
   *     when a list of files is damaged, {@code IO_ERROR}
   */
  public static List<Backup> list(Path directory) {
    return new BackupDirectory(directory)
        .manifests().stream().map(BackupManifest::describe).toList();
  }

  /**
   * Reads all files of a backup and compares their checksums.
   *
   * @param id its number; empty for the newest
   * @param check is run now and then, and may throw to end the work
   * @return the backup, when it is whole
   * @throws GabbroException {@code DATABASE_CORRUPTED} with the names of files that are damaged or
   *     missing, else as {@link #list}
   */
  public static Backup verify(Path directory, Optional<Integer> id, Runnable check) {
    BackupManifest manifest = new BackupDirectory(directory).manifest(id);
    List<String> problems = new ArrayList<>();
    for (BackupFile file : manifest.files()) {
      try {
        long found = new ChecksummedFile(manifest.directory().resolve(file.path())).read(check);
        if (found != file.checksum()) {
          problems.add("file " + file.path() + " has another checksum than when it was written");
        }
      } catch (NoSuchFileException e) {
        problems.add("file " + file.path() + " is missing");
      } catch (IOException e) {
        problems.add("file " + file.path() + ": " + e.getMessage());
      }
    }
    if (!problems.isEmpty()) {
      throw damaged(manifest, problems);
    }
    return manifest.describe();
  }

  private static GabbroException damaged(BackupManifest manifest, List<String> problems) {
    String told = String.join("; ", problems.subList(0, Math.min(MOST_PROBLEMS, problems.size())));
    int more = problems.size() - MOST_PROBLEMS;
    return new GabbroException(
        ErrorCode.DATABASE_CORRUPTED,
        "backup "
            + manifest.id()
            + " in \""
            + manifest.directory()
            + "\": "
            + told
            + (more > 0 ? "; and " + more + " more files" : ""));
  }

  /**
   * Makes a database of a backup, and verifies each file while it is copied. The last file to come
   * is the one that makes the directory a database, so a restore that was cut short leaves none.
   *
   * @param id its number; empty for the newest
   * @param target a directory that is empty or does not exist
   * @param check is run now and then, and may throw to end the work
   * @return the backup that was restored
   * @throws GabbroException {@code INVALID_ARGUMENT} when the target has files, {@code
   *     DATABASE_LOCKED} when it is open, {@code DISK_FULL}, else as {@link #verify}; the files
   *     that were copied are deleted then
   */
  public static Backup restore(Path directory, Optional<Integer> id, Path target, Runnable check) {
    BackupManifest manifest = new BackupDirectory(directory).manifest(id);
    Path database = target.toAbsolutePath().normalize();
    try {
      requireEmpty(database);
      Files.createDirectories(database, DatabaseDirectory.ownersOnly(database));
    } catch (IOException e) {
      throw RocksErrors.translate(e, "cannot create the directory \"" + database + "\"");
    }
    DirectoryLock lock = DirectoryLock.acquire(database);
    try {
      // Another restore may have been here before the lock was taken.
      requireEmpty(database);
      copy(manifest, database, check);
    } catch (IOException e) {
      throw RocksErrors.translate(e, "cannot read the directory \"" + database + "\"");
    } finally {
      lock.close();
    }
    return manifest.describe();
  }

  private static void requireEmpty(Path database) throws IOException {
    if (!Files.exists(database)) {
      return;
    }
    for (String name : BackupDirectory.names(database)) {
      if (!name.startsWith(".")
          && !name.equals("lost+found")
          && !name.equals(DirectoryLock.FILE_NAME)) {
        throw new GabbroException(
            ErrorCode.INVALID_ARGUMENT,
            "a backup can only be restored into an empty directory, and \""
                + database
                + "\" has files");
      }
    }
  }

  private static void copy(BackupManifest manifest, Path database, Runnable check) {
    List<BackupFile> files = new ArrayList<>(manifest.files());
    files.sort(
        Comparator.comparing(file -> file.nameInDatabase().equals(DatabaseDirectory.CURRENT)));
    List<Path> copies = new ArrayList<>();
    boolean done = false;
    try {
      for (BackupFile file : files) {
        if (file.nameInDatabase().equals(DatabaseDirectory.CURRENT)) {
          ChecksummedFile.syncDirectory(database);
        }
        Path copy = Files.createFile(database.resolve(file.nameInDatabase()));
        copies.add(copy);
        long found =
            new ChecksummedFile(manifest.directory().resolve(file.path())).copyTo(copy, check);
        if (found != file.checksum()) {
          throw damaged(
              manifest,
              List.of("file " + file.path() + " has another checksum than when it was written"));
        }
      }
      ChecksummedFile.syncDirectory(database);
      done = true;
    } catch (NoSuchFileException e) {
      throw damaged(manifest, List.of("file " + e.getFile() + " is missing"));
    } catch (IOException e) {
      throw RocksErrors.translate(e, "cannot restore into \"" + database + "\"");
    } finally {
      if (!done) {
        copies.forEach(copy -> copy.toFile().delete());
      }
    }
  }
}
