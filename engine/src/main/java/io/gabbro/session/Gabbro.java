package io.gabbro.session;

import io.gabbro.config.DatabaseOptions;

/**
 * An open database. All that open the same directory in one JVM share it; it is closed when the
 * last of them is. Thread-safe.
 */
public interface Gabbro extends AutoCloseable {
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
