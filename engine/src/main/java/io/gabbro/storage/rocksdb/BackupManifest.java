package io.gabbro.storage.rocksdb;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.storage.Backup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The list of files of one backup, as RocksDB's backup engine writes it in its first version: a
 * line with the time in seconds, one with a sequence number, perhaps one with metadata, one with
 * the number of files, and then one for each file with its path and CRC-32C.
 *
 * @param directory the directory of backups
 * @param id the number of the backup
 * @param time when it was made
 * @param files its files
 */
record BackupManifest(Path directory, int id, Instant time, List<BackupFile> files) {
  private static final Pattern FILE = Pattern.compile("(\\S+) crc32 (\\d+)(?: .*)?");
  private static final Pattern NAME =
      Pattern.compile("(?!\\.{1,2}$)(?!" + Pattern.quote(DirectoryLock.FILE_NAME) + "$)[\\w.-]+");
  private static final Pattern SHARED = Pattern.compile("(\\d+)_.*\\.(\\w+)");

  /** A file of a backup: its path in the directory of backups, and its CRC-32C. */
  record BackupFile(String path, long checksum) {
    /** Its name in the database: shared files have their checksum or origin behind the number. */
    String nameInDatabase() {
      String name = path.substring(path.lastIndexOf('/') + 1);
      Matcher shared = SHARED.matcher(name);
      return shared.matches() ? shared.group(1) + "." + shared.group(2) : name;
    }
  }

  /**
   * Reads a list.
   *
   * @throws GabbroException {@code DATABASE_CORRUPTED} when it is no such list, {@code IO_ERROR}
   */
  static BackupManifest read(Path directory, int id, Path file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw RocksErrors.translate(e, "cannot read \"" + file + "\"");
    }
    try {
      int line = lines.get(2).startsWith("metadata ") ? 3 : 2;
      int count = Integer.parseInt(lines.get(line));
      List<BackupFile> files = new ArrayList<>();
      for (String text : lines.subList(line + 1, line + 1 + count)) {
        files.add(parseFile(directory, text));
      }
      Instant time = Instant.ofEpochSecond(Long.parseLong(lines.get(0)));
      return new BackupManifest(directory, id, time, files);
    } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
      throw GabbroException.causedBy(
          e, ErrorCode.DATABASE_CORRUPTED, "\"" + file + "\" is not the list of a backup's files");
    }
  }

  private static BackupFile parseFile(Path directory, String text) {
    Matcher matcher = FILE.matcher(text);
    if (!matcher.matches()
        || !directory.resolve(matcher.group(1)).normalize().startsWith(directory)) {
      throw new IllegalArgumentException(text);
    }
    BackupFile file = new BackupFile(matcher.group(1), Long.parseLong(matcher.group(2)));
    if (!NAME.matcher(file.nameInDatabase()).matches()) {
      throw new IllegalArgumentException(text);
    }
    return file;
  }

  /** The backup as its files are now; their content is not read. */
  Backup describe() {
    long bytes = 0;
    String problem = null;
    for (BackupFile file : files) {
      try {
        bytes += Files.size(directory.resolve(file.path()));
      } catch (NoSuchFileException e) {
        problem = "file " + file.path() + " is missing";
      } catch (IOException e) {
        throw RocksErrors.translate(e, "cannot read \"" + file.path() + "\"");
      }
    }
    return new Backup(id, time, bytes, files.size(), Optional.ofNullable(problem));
  }
}
