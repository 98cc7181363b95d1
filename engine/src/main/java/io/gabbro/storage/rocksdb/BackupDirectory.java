package io.gabbro.storage.rocksdb;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.storage.rocksdb.log.DatabaseIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A directory of backups, looked at without RocksDB: nothing in it is changed. */
final class BackupDirectory {
  private static final String LISTS = "meta";

  /** Has a directory for each backup with the files that it shares with no other. */
  private static final String FILES = "private";

  private static final Set<String> CONTENT =
      Set.of(LISTS, FILES, "shared", "shared_checksum", DirectoryLock.FILE_NAME, "lost+found");

  private final Path path;

  /** A directory, whether it exists or not. */
  BackupDirectory(Path path) {
    this.path = path.toAbsolutePath().normalize();
  }

  Path path() {
    return path;
  }

  /**
   * Makes sure that backups of a database can lie there, and makes it; one that is made belongs to
   * the user of this process alone.
   *
   * @throws GabbroException {@code INVALID_ARGUMENT} when it holds other things or is part of the
   *     database, {@code IO_ERROR}, {@code DISK_FULL}
   */
  void prepare(Path database) {
    try {
      Path real = realPath();
      Path realDatabase = database.toRealPath();
      if (real.startsWith(realDatabase) || realDatabase.startsWith(real)) {
        throw new GabbroException(
            ErrorCode.INVALID_ARGUMENT,
            "backups cannot lie in \"" + path + "\", in or around the directory of the database");
      }
      Files.createDirectories(path, DatabaseDirectory.ownersOnly(path));
      for (String name : names(path)) {
        if (!CONTENT.contains(name) && !name.startsWith(".")) {
          throw new GabbroException(
              ErrorCode.INVALID_ARGUMENT,
              "the directory \"" + path + "\" holds other things than backups: " + name);
        }
      }
    } catch (IOException e) {
      throw RocksErrors.translate(e, "cannot use the backup directory \"" + path + "\"");
    }
  }

  /**
   * Makes sure that the newest backup whose database can be told is one of a database.
   *
   * @throws GabbroException {@code INVALID_ARGUMENT} when it is one of another database, {@code
   *     IO_ERROR}
   */
  void requireBackupsOf(Path database) {
    try {
      Optional<String> own = DatabaseIdentity.of(database);
      List<Integer> newestFirst = new ArrayList<>(numbers());
      Collections.reverse(newestFirst);
      for (int id : newestFirst) {
        Optional<String> other = DatabaseIdentity.of(path.resolve(FILES + "/" + id));
        if (own.isPresent() && other.isPresent()) {
          if (own.equals(other)) {
            return;
          }
          throw new GabbroException(
                  ErrorCode.INVALID_ARGUMENT,
                  "the directory \"" + path + "\" holds backups of another database: backup " + id)
              .withHint("give each database a directory of its own for its backups");
        }
      }
    } catch (IOException e) {
      throw RocksErrors.translate(e, "cannot read the backup directory \"" + path + "\"");
    }
  }

  /** Where it lies, or will when it is made. */
  private Path realPath() throws IOException {
    Path existing = path;
    while (!Files.exists(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    return existing.toRealPath().resolve(existing.relativize(path));
  }

  /** The names of all that is in a directory. */
  static List<String> names(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }

  /**
   * The numbers of the backups, ascending.
   *
   * @throws GabbroException {@code UNDEFINED_FILE} when there is no such directory or no backup in
   *     it, {@code IO_ERROR}
   */
  private List<Integer> ids() {
    List<Integer> ids;
    try {
      ids = numbers();
    } catch (IOException e) {
      throw RocksErrors.translate(e, "cannot read the backup directory \"" + path + "\"");
    }
    if (ids.isEmpty()) {
      throw new GabbroException(
          ErrorCode.UNDEFINED_FILE, "there are no backups in the directory \"" + path + "\"");
    }
    return ids;
  }

  private List<Integer> numbers() throws IOException {
    if (!Files.isDirectory(path.resolve(LISTS))) {
      return List.of();
    }
    return names(path.resolve(LISTS)).stream()
        .filter(name -> name.matches("[1-9][0-9]{0,8}"))
        .map(Integer::valueOf)
        .sorted()
        .toList();
  }

  /**
   * The lists of all backups, the oldest first.
   *
   * @throws GabbroException as {@link #ids} and {@link BackupManifest#read}
   */
  List<BackupManifest> manifests() {
    return ids().stream().map(this::manifest).toList();
  }

  /**
   * The list of one backup.
   *
   * @param wanted its number; empty for the newest
   * @throws GabbroException {@code UNDEFINED_FILE} when there is none, and as {@link #manifests}
   */
  BackupManifest manifest(Optional<Integer> wanted) {
    List<Integer> ids = ids();
    int id = wanted.orElse(ids.get(ids.size() - 1));
    if (!ids.contains(id)) {
      throw new GabbroException(
              ErrorCode.UNDEFINED_FILE,
              "there is no backup " + id + " in the directory \"" + path + "\"")
          .withHint("there are: " + ids.toString().replaceAll("[\\[\\]]", ""));
    }
    return manifest(id);
  }

  private BackupManifest manifest(int id) {
    return BackupManifest.read(path, id, path.resolve(LISTS).resolve(Integer.toString(id)));
  }
}
