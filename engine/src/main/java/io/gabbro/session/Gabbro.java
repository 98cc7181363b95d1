package io.gabbro.session;

import io.gabbro.config.DatabaseOptions;

/**
 * An open database. All that open the same directory in one JVM share it; it is closed when the
 * last of them is. Thread-safe.
 */
public interface Gabbro extends AutoCloseable {
  /**
   * Opens a database, and makes it when there is none.
   *
   * @param location a directory, {@code mem:} for a private database in memory, or {@code mem:name}
   *     for one that this JVM shares under that name
   * @param options what is set; those of scope {@code DATABASE} count only for the first that opens
   *     a location
   * @return a handle, owned by the caller
   */
  static Gabbro open(String location, DatabaseOptions options) {
    return OpenDatabases.open(location, options);
  }

  /** What opened it: the absolute path, {@code mem:} or {@code mem:name}. */
  String location();

  /** Starts a session with these options. */
  Session newSession(DatabaseOptions options);

  /** Whether this handle was closed. */
  boolean isClosed();

  /** Closes this handle and the sessions that it started; the last handle closes the database. */
  @Override
  void close();
}
