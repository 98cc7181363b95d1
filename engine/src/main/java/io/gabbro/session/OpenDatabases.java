package io.gabbro.session;

import io.gabbro.config.DatabaseOptions;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The open databases of this JVM by location, with the number of their handles. Thread-safe. While
 * one is opened or closed, whoever opens the same location waits; nobody else does.
 */
final class OpenDatabases {
  private static final String MEMORY = "mem:";
  private static final Map<String, Entry> ENTRIES = new ConcurrentHashMap<>();

  private OpenDatabases() {}

  /** Opens a location, or shares what is open there. */
  static Gabbro open(String location, DatabaseOptions options) {
    if (location.equals(MEMORY)) {
      SharedDatabase database = start(MEMORY, options);
      try {
        return new DatabaseHandle(MEMORY, options, database, SharedDatabase::close);
      } catch (RuntimeException | Error e) {
        database.close();
        throw e;
      }
    }
    String key = location.startsWith(MEMORY) ? location : absolute(location);
    while (true) {
      Entry entry = ENTRIES.computeIfAbsent(key, Entry::new);
      synchronized (entry) {
        if (!entry.retired) {
          return entry.open(options);
        }
      }
    }
  }

  private static SharedDatabase start(String key, DatabaseOptions options) {
    SharedDatabase database =
        key.startsWith(MEMORY)
            ? SharedDatabase.inMemory(options)
            : SharedDatabase.inDirectory(Path.of(key), options);
    try {
      database.register(key);
      return database;
    } catch (RuntimeException | Error e) {
      database.close();
      throw e;
    }
  }

  private static String absolute(String location) {
    if (location.isBlank()) {
      throw new GabbroException(ErrorCode.INVALID_URL, location, "it names no directory");
    }
    try {
      Path path = Path.of(location).toAbsolutePath().normalize();
      return real(path).toString();
    } catch (InvalidPathException | IOException e) {
      throw GabbroException.causedBy(e, ErrorCode.INVALID_URL, location, e.getMessage());
    }
  }

  /** The path without links, as far as it exists. */
  private static Path real(Path path) throws IOException {
    Path parent = path.getParent();
    if (Files.exists(path) || parent == null) {
      return path.toRealPath();
    }
    return real(parent).resolve(path.getFileName());
  }

  /** A location that is open, or about to be; guarded by itself. */
  private static final class Entry {
    private final String key;
    private SharedDatabase database;
    private int handles;
    private boolean retired;

    private Entry(String key) {
      this.key = key;
    }

    private Gabbro open(DatabaseOptions options) {
      handles++;
      try {
        if (database == null) {
          database = start(key, options);
        }
        return new DatabaseHandle(key, options, database, shared -> release());
      } catch (RuntimeException | Error e) {
        release();
        throw e;
      }
    }

    /** Gives a handle back; the last one closes the database, then lets others open it anew. */
    private synchronized void release() {
      handles--;
      if (handles == 0) {
        retired = true;
        try {
          if (database != null) {
            database.close();
          }
        } finally {
          ENTRIES.remove(key, this);
        }
      }
    }
  }
}
