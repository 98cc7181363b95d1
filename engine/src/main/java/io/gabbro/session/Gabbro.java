package io.gabbro.session;

import io.gabbro.config.DatabaseOptions;
import io.gabbro.key.KeyCodec;
import io.gabbro.serializer.ValueSerializer;
import io.gabbro.storage.Backup;
import io.gabbro.storage.rocksdb.RocksBackups;
import io.gabbro.table.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

  /**
   * Opens the database of a directory with the default options, and makes it when there is none.
   */
  static Gabbro open(Path directory) {
    return open(directory, DatabaseOptions.defaults());
  }

  /** As {@link #open(String, DatabaseOptions)}, for a directory. */
  static Gabbro open(Path directory, DatabaseOptions options) {
    return open(directory.toString(), options);
  }

  /**
   * The backups in a directory, the oldest first.
   *
   * @throws io.gabbro.error.GabbroException {@code UNDEFINED_FILE} when there is none, {@code
   *     DATABASE_CORRUPTED}, {@code IO_ERROR}
   */
  static List<Backup> backups(Path directory) {
    return RocksBackups.list(directory);
  }

  /**
   * Reads all files of the newest backup in a directory and compares their checksums.
   *
   * @throws io.gabbro.error.GabbroException {@code DATABASE_CORRUPTED}, which names files that are
   *     damaged or missing, else as {@link #backups}
   */
  static Backup verifyBackup(Path directory) {
    return RocksBackups.verify(directory, Optional.empty(), () -> {});
  }

  /**
   * Makes a database of the newest backup in a directory, and verifies it meanwhile.
   *
   * @param target a directory that is empty or does not exist
   * @return the backup that was restored
   * @throws io.gabbro.error.GabbroException {@code INVALID_ARGUMENT} when the target has files,
   *     {@code DISK_FULL}, else as {@link #verifyBackup}; nothing stays in the target then
   */
  static Backup restore(Path directory, Path target) {
    return RocksBackups.restore(directory, Optional.empty(), target, () -> {});
  }

  /**
   * Adds a backup of the committed state of this moment to a directory, which is made when there is
   * none. Others go on reading and writing. Files that the last backup has already are not copied
   * again.
   *
   * @return what was added
   * @throws io.gabbro.error.GabbroException {@code UNSUPPORTED} for a database in memory, {@code
   *     READ_ONLY} for one that is only read, {@code INVALID_ARGUMENT} for a directory with other
   *     things or backups of another database, {@code DATABASE_LOCKED} when another backup is being
   *     made there, {@code DISK_FULL} or {@code IO_ERROR}; earlier backups are not touched
   */
  default Backup backup(Path directory) {
    return backup(directory, Integer.MAX_VALUE);
  }

  /**
   * As {@link #backup(Path)}, and deletes the oldest backups of the directory.
   *
   * @param keep how many stay, at least one
   */
  Backup backup(Path directory, int keep);

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
   * Makes a serializer known to {@code CREATE TABLE … USING name}, in this database for as long as
   * it is open. Those that {@link java.util.ServiceLoader} finds are known already.
   *
   * @throws io.gabbro.error.GabbroException {@code INVALID_ARGUMENT} when another has the name
   */
  void registerSerializer(ValueSerializer<?> serializer);

  /**
   * Allows objects of a class in tables USING fory, in this database for as long as it is open; the
   * option {@code fory_classes} does the same.
   *
   * @param id a number from 0 to 32510, the same for as long as there are values with it
   * @throws io.gabbro.error.GabbroException {@code INVALID_ARGUMENT} when the number is taken
   */
  void registerClass(Class<?> allowed, int id);

  /**
   * Runs {@code work} in a transaction, which is committed when it returns and rolled back when it
   * throws. {@link Session#in} shows typed tables as the transaction sees them, and statements of
   * the session are part of it.
   *
   * @param work uses the session only during its call
   * @return what {@code work} returns
   */
  <R> R transaction(Function<? super Session, ? extends R> work);

  /**
   * Runs {@code work} on one snapshot: all that it reads, by SQL and through {@link Session#in}, is
   * of one state of the database. It cannot change anything.
   *
   * @param work uses the session only during its call
   * @return what {@code work} returns
   */
  <R> R snapshot(Function<? super Session, ? extends R> work);

  /** Whether this handle was closed. */
  boolean isClosed();

  /** Closes this handle and the sessions that it started; the last handle closes the database. */
  @Override
  void close();
}
