package io.gabbro.storage.rocksdb.log;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The name that RocksDB gives a database when it is made, and keeps in its list of files: backups
 * and what is restored from them have it, too.
 */
public final class DatabaseIdentity {
  private DatabaseIdentity() {}

  /**
   * Reads it from the list of files in a directory.
   *
   * @return empty when there is no list, or one that does not tell, as those of older RocksDBs
   */
  public static Optional<String> of(Path directory) throws IOException {
    try {
      return Optional.ofNullable(Manifest.of(directory).identity());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}
