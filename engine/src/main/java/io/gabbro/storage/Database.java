package io.gabbro.storage;

import io.gabbro.monitor.Metric;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An ordered key-value store with column families. Thread-safe. Every cursor and snapshot is to be
 * closed before the database; those that are still open when it closes become unusable, with an
 * exception and never with a crash.
 */
public interface Database extends AutoCloseable {
  /** The name of the column family that every database has, with the number 0. */
  String DEFAULT_COLUMN_FAMILY = "default";

  /** The column family of that name, made when there is none. */
  ColumnFamily createColumnFamily(String name);

  /** The column family of that name, if there is one. */
  Optional<ColumnFamily> columnFamily(String name);

  /** The names of all column families, sorted. */
  List<String> columnFamilyNames();

  /** The column families that are there and cannot be read: their names, and why. */
  default Map<String, String> unreadableColumnFamilies() {
    return Map.of();
  }

  /**
   * Drops a column family with all that is in it. Its cursors can be read to their end; every other
   * use throws {@code CLOSED}. Dropping it again does nothing.
   *
   * @throws io.gabbro.error.GabbroException {@code INVALID_ARGUMENT} for the family {@value
   *     #DEFAULT_COLUMN_FAMILY}, which always exists
   */
  void dropColumnFamily(ColumnFamily family);

  /** A snapshot of all column families at this moment, owned by the caller. */
  Snapshot snapshot();

  /**
   * Copies the value of a key to {@code target}.
   *
   * @param snapshot what to read from; null for the latest committed state
   * @param key the array that holds the key in its first {@code keyLength} bytes
   * @return whether the key exists
   */
  boolean get(
      ColumnFamily family, Snapshot snapshot, byte[] key, int keyLength, ValueBuffer target);

  /** The values of {@code keys}, in their order; null where a key does not exist. */
  List<byte[]> multiGet(ColumnFamily family, Snapshot snapshot, List<byte[]> keys);

  /**
   * A cursor, owned by the caller.
   *
   * @param snapshot what to read from, which must stay open as long as the cursor; null for the
   *     committed state at this moment
   */
  RowCursor cursor(ColumnFamily family, Snapshot snapshot, KeyRange range, Direction direction);

  /**
   * Applies all operations of the batch, or none. The batch stays as it is.
   *
   * @param whileStalled is run now and then while the write waits because the store cannot keep up,
   *     and may throw to give up: nothing is applied then
   * @throws io.gabbro.error.GabbroException {@code CLOSED} when it names a dropped column family
   */
  void write(WriteBatch batch, Durability durability, Runnable whileStalled);

  /** As the other, waiting as long as it takes. */
  default void write(WriteBatch batch, Durability durability) {
    write(batch, durability, () -> {});
  }

  /**
   * Cuts a range into at most {@code parts} ranges of about the same size, in ascending order,
   * without overlap, which together are the range.
   */
  List<KeyRange> split(ColumnFamily family, KeyRange range, int parts);

  /** An estimate of the bytes that a range takes, memory tables included. */
  long approximateSize(ColumnFamily family, KeyRange range);

  /** An estimate of the number of keys in a range. */
  long approximateCount(ColumnFamily family, KeyRange range);

  /** Writes memory tables to disk, and what commits have left to the operating system. */
  void flush();

  /**
   * Adds the committed state of this moment to a directory of backups, beside which others go on
   * writing. What a newer and an older backup have in common is there once.
   *
   * @param directory made when there is none
   * @param keep how many backups stay there, at least one; older ones are deleted
   * @param check is run before each step, and may throw to end the work; files that are being
   *     copied are copied to their end
   * @return what was added
   * @throws io.gabbro.error.GabbroException {@code UNSUPPORTED} for a store without files, {@code
   *     READ_ONLY} for one that is only read, {@code INVALID_ARGUMENT} for a directory in which no
   *     backup can lie or that has those of another database, {@code DATABASE_LOCKED} when another
   *     backup is being made there, {@code DISK_FULL} or {@code IO_ERROR}; the backups that were
   *     there are as they were
   */
  Backup backup(Path directory, int keep, Runnable check);

  /**
   * Reads all files of data and compares their checksums; none in a store without files.
   *
   * @param check is run before each file, and may throw to end the work
   * @return the files, those that are damaged with what is wrong with them
   */
  List<StoredFile> verifyFiles(Runnable check);

  /** Rewrites the files of a range without what was overwritten and deleted. */
  void compact(ColumnFamily family, KeyRange range);

  /** The openings of its directory; empty for a store without files. */
  default Optional<Openings> openings() {
    return Optional.empty();
  }

  /** Whether {@link #write} and changes of column families throw {@code READ_ONLY}. */
  boolean isReadOnly();

  /**
   * Takes over what another process has written since the last call, in a store that follows one
   * ({@code mode=secondary}); does nothing elsewhere, and nothing while a snapshot is open. Column
   * families that the other process has made since this store was opened do not appear.
   */
  void refresh();

  /** The figures of the store at this moment; empty where it has none. */
  default List<Metric> metrics() {
    return List.of();
  }

  /** Closes the store, once; later calls do nothing. */
  @Override
  void close();
}
