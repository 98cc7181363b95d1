package io.gabbro.session;

import io.gabbro.config.DatabaseOptions;
import io.gabbro.key.KeyCodec;
import io.gabbro.serializer.ValueSerializer;
import io.gabbro.table.Table;
import io.gabbro.transaction.Transaction;
import java.util.function.Function;

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

  /**
   * The typed table in the column family of that name, which is made when there is none. What is in
   * it must have been written with the same key codec and serializer. The table commits each change
   * as the options {@code durability} and {@code lock_timeout} of this handle say, and is usable
   * until the database is closed.
   *
   * @throws io.gabbro.error.GabbroException {@code INVALID_ARGUMENT} when the name is one of
   *     Gabbro's own
   */
  <K, V> Table<K, V> table(String name, KeyCodec<K> keys, ValueSerializer<V> values);

  /**
   * Runs {@code work} in a transaction, which is committed when it returns and rolled back when it
   * throws; {@link Table#in} shows a table as the transaction sees it.
   *
   * @return what {@code work} returns
   */
  <R> R transaction(Function<? super Transaction, ? extends R> work);

  /** Whether this handle was closed. */
  boolean isClosed();

  /** Closes this handle and the sessions that it started; the last handle closes the database. */
  @Override
  void close();
}
