package io.gabbro.session;

import io.gabbro.config.DatabaseOptions;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The open databases of this JVM by location, with the number of their handles. Thread-safe. */
final class OpenDatabases {
  private static final String MEMORY = "mem:";
  private static final Map<String, Entry> ENTRIES = new HashMap<>();

  private OpenDatabases() {}

  /** Opens a location, or shares what is open there. */
  static Gabbro open(String location, DatabaseOptions options) {
    if (location.equals(MEMORY)) {
      SharedDatabase database = SharedDatabase.inMemory(options);
      database.register(MEMORY);
      try {
        return new DatabaseHandle(MEMORY, options, database, SharedDatabase::close);
      } catch (RuntimeException e) {
        database.close();
        throw e;
      }
    }
    String key = location.startsWith(MEMORY) ? location : absolute(location);
    synchronized (ENTRIES) {
      Entry entry = ENTRIES.get(key);
      if (entry == null) {
        SharedDatabase database =
            location.startsWith(MEMORY)
                ? SharedDatabase.inMemory(options)
                : SharedDatabase.inDirectory(Path.of(key), options);
        database.register(key);
        entry = new Entry(database);
        ENTRIES.put(key, entry);
      }
      entry.handles++;
      try {
        return new DatabaseHandle(key, options, entry.database, database -> release(key));
      } catch (RuntimeException e) {
        release(key);
        throw e;
      }
    }
  }

  private static void release(String key) {
    synchronized (ENTRIES) {
      Entry entry = ENTRIES.get(key);
      entry.handles--;
      if (entry.handles == 0) {
        ENTRIES.remove(key);
        entry.database.close();
      }
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

  private static final class Entry {
    private final SharedDatabase database;
    private int handles;

    private Entry(SharedDatabase database) {
      this.database = database;
    }
  }
}
