package io.gabbro.storage.rocksdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gabbro.config.DatabaseOptions;
import io.gabbro.error.GabbroException;
import io.gabbro.storage.Database;
import io.gabbro.storage.Openings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/**
 * An opened directory: the native database, its settings, the lock of the directory and, where
 * there is one, the private directory for files that RocksDB writes while it only reads. Closes
 * them in the right order.
 */
final class RocksStore implements AutoCloseable {
  static {
    NativeLibrary.load();
  }

  /** How often reading starts again when the process that writes has compacted files meanwhile. */
  private static final int OPEN_ATTEMPTS = 5;

  private final OpenMode mode;
  private final DirectoryLock lock;
  private final Path privateDirectory;
  private final RocksSettings settings;
  private final RocksDB rocks;
  private final Openings openings;
  private Map<String, String> unreadable = Map.of();
  private final List<ColumnFamilyHandle> handles = new ArrayList<>();

  private RocksStore(Path directory, DatabaseOptions options, OpenMode mode) {
    this.mode = mode;
    if (mode == OpenMode.READ_WRITE) {
      DatabaseDirectory.prepareForWriting(directory);
      lock = DirectoryLock.acquire(directory);
      privateDirectory = null;
    } else {
      DatabaseDirectory.checkForReading(directory);
      lock = null;
      privateDirectory = makePrivateDirectory();
    }
    RocksSettings made = null;
    String before = DatabaseDirectory.lastOpening(directory);
    try {
      ForeignSettings foreign = ForeignSettings.of(directory);
      LogRecovery recovery = new LogRecovery(directory, mode, options);
      recovery.checkLogs(foreign);
      made = new RocksSettings(options, foreign, recovery.tracksLogs());
      RocksDB opened;
      try {
        opened = open(directory, made, foreign);
      } catch (RocksDBException e) {
        if (!recovery.goesOnAfter(e)) {
          throw e;
        }
        made.close();
        made = new RocksSettings(options, foreign, recovery.tracksLogs());
        opened = open(directory, made, foreign);
      }
      rocks = opened;
      settings = made;
      openings =
          new Openings(
              recovery.hasTruncated() ? "" : before, DatabaseDirectory.lastOpening(directory));
    } catch (RocksDBException e) {
      release(made);
      throw openFailure(e, directory);
    } catch (RuntimeException | Error e) {
      release(made);
      throw e;
    }
  }

  private GabbroException openFailure(RocksDBException e, Path directory) {
    if (ForeignLock.refuses(e)) {
      return DirectoryLock.lockedByForeigner(directory);
    }
    return mode != OpenMode.READ_WRITE && hasLostFile(e)
        ? RocksErrors.filesDisappeared(e, directory)
        : LogRecovery.withHint(e);
  }

  /**
   * Opens a directory, with all column families that it has.
   *
   * @throws GabbroException as {@link RocksDatabase#open}
   */
  static RocksStore open(Path directory, DatabaseOptions options) {
    OpenMode mode = OpenMode.of(options);
    for (int attempt = 1; ; attempt++) {
      try {
        return new RocksStore(directory, options, mode);
      } catch (GabbroException e) {
        boolean isRace =
            mode != OpenMode.READ_WRITE
                && e.getCause() instanceof RocksDBException cause
                && (hasLostFile(cause) || LogRecovery.hasLostLog(cause));
        if (!isRace || attempt == OPEN_ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private RocksDB open(Path directory, RocksSettings made, ForeignSettings foreign)
      throws RocksDBException {
    String path = directory.toString();
    List<ColumnFamilyDescriptor> families = new ArrayList<>();
    foreign.requireNone(mode);
    unreadable = foreign.problems();
    for (byte[] name : familyNames(path)) {
      if (!unreadable.containsKey(new String(name, UTF_8))) {
        families.add(new ColumnFamilyDescriptor(name, made.family()));
      }
    }
    return switch (mode) {
      case READ_WRITE ->
          RocksDB.open(made.database().setCreateIfMissing(true), path, families, handles);
      case READ_ONLY -> {
        made.database().setDbLogDir(privateDirectory.toString());
        yield RocksDB.openReadOnly(made.database(), path, families, handles);
      }
      case SECONDARY ->
          RocksDB.openAsSecondary(
              made.database(), path, privateDirectory.toString(), families, handles);
    };
  }

  private static List<byte[]> familyNames(String path) throws RocksDBException {
    try (Options options = new Options()) {
      List<byte[]> names = RocksDB.listColumnFamilies(options, path);
      return names.isEmpty() ? List.of(Database.DEFAULT_COLUMN_FAMILY.getBytes(UTF_8)) : names;
    }
  }

  /** Whether a file was gone that the list of files names. */
  private static boolean hasLostFile(RocksDBException e) {
    return e.getMessage() != null && e.getMessage().contains("No such file");
  }

  /** The openings of the directory. */
  Openings openings() {
    return openings;
  }

  OpenMode mode() {
    return mode;
  }

  RocksSettings settings() {
    return settings;
  }

  RocksDB rocks() {
    return rocks;
  }

  /** The column families that were left out, and why. */
  Map<String, String> unreadable() {
    return unreadable;
  }

  /** The handles of the column families that the directory had, to be closed by the caller. */
  List<ColumnFamilyHandle> handles() {
    return handles;
  }

  @Override
  public void close() {
    try {
      rocks.close();
    } finally {
      release(settings);
    }
  }

  private void release(RocksSettings made) {
    try {
      if (made != null) {
        made.close();
      }
    } finally {
      if (lock != null) {
        lock.close();
      }
    }
    if (privateDirectory != null) {
      delete(privateDirectory);
    }
  }

  private static Path makePrivateDirectory() {
    try {
      return Files.createTempDirectory("gabbro-");
    } catch (IOException e) {
      throw RocksErrors.translate(e, "cannot create a temporary directory");
    }
  }

  private static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      // What is left is a few files of text in the system's temporary directory.
    }
  }
}
