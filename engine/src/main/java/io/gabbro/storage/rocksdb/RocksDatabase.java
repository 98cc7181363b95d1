package io.gabbro.storage.rocksdb;

import io.gabbro.config.DatabaseOptions;
import io.gabbro.error.GabbroException;
import io.gabbro.monitor.Metric;
import io.gabbro.storage.Backup;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Database;
import io.gabbro.storage.Direction;
import io.gabbro.storage.Durability;
import io.gabbro.storage.KeyRange;
import io.gabbro.storage.Openings;
import io.gabbro.storage.RowCursor;
import io.gabbro.storage.Snapshot;
import io.gabbro.storage.StoredFile;
import io.gabbro.storage.ValueBuffer;
import io.gabbro.storage.WriteBatch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.rocksdb.RocksDBException;

/**
 * A database in a directory, kept by RocksDB. It owns the opened store and what reads and writes
 * it, which do the work.
 *
 * <p>Native handles are guarded: an operation on a column family enters the family's guard, any
 * other operation the database's. {@link #close} turns later operations away and waits for running
 * ones, then closes cursors, snapshots, column families and the database, in this order.
 */
public final class RocksDatabase implements Database {
  private final AtomicBoolean closed = new AtomicBoolean();
  private final RocksStore store;
  private final GuardedStore guarded;
  private final RocksFamilies families;
  private final RocksReads reads;
  private final RocksRanges ranges;
  private final RocksMaintenance maintenance;
  private final BatchWriter writer;

  private RocksDatabase(RocksStore store) {
    this.store = store;
    guarded = new GuardedStore(store);
    try {
      families = new RocksFamilies(guarded);
      reads = new RocksReads(guarded, families);
      ranges = new RocksRanges(guarded, families);
      maintenance = new RocksMaintenance(guarded, families);
      writer =
          new BatchWriter(
              store.rocks(),
              store.settings().writeModes(),
              store.settings().statistics(),
              store.settings().keepsLog(),
              guarded.guard());
    } catch (RocksDBException e) {
      store.close();
      throw RocksErrors.translate(e);
    } catch (RuntimeException | Error e) {
      store.close();
      throw e;
    }
  }

  /**
   * Opens a directory, with all column families that it has; makes it when {@code mode} is {@code
   * readwrite} and there is none.
   *
   * @throws GabbroException {@code DATABASE_LOCKED} when another process writes it, {@code
   *     UNDEFINED_FILE} when it is to be read only and does not exist, {@code UNSUPPORTED_FORMAT}
   *     when it holds other things than a database, {@code DATABASE_CORRUPTED}, {@code IO_ERROR},
   *     {@code DISK_FULL} or {@code BACKEND} when it cannot be read or written
   */
  public static RocksDatabase open(Path directory, DatabaseOptions options) {
    return new RocksDatabase(RocksStore.open(directory, options));
  }

  @Override
  public ColumnFamily createColumnFamily(String name) {
    return families.create(name);
  }

  @Override
  public Optional<ColumnFamily> columnFamily(String name) {
    guarded.guard().check();
    return Optional.ofNullable(families.get(name));
  }

  @Override
  public List<String> columnFamilyNames() {
    guarded.guard().check();
    return families.names();
  }

  @Override
  public Map<String, String> unreadableColumnFamilies() {
    return store.unreadable();
  }

  @Override
  public void dropColumnFamily(ColumnFamily family) {
    families.drop(family);
  }

  @Override
  public Snapshot snapshot() {
    return reads.snapshot();
  }

  @Override
  public boolean get(
      ColumnFamily family, Snapshot snapshot, byte[] key, int keyLength, ValueBuffer target) {
    return reads.get(family, snapshot, key, keyLength, target);
  }

  @Override
  public List<byte[]> multiGet(ColumnFamily family, Snapshot snapshot, List<byte[]> keys) {
    return reads.multiGet(family, snapshot, keys);
  }

  @Override
  public RowCursor cursor(
      ColumnFamily family, Snapshot snapshot, KeyRange range, Direction direction) {
    return reads.cursor(family, snapshot, range, direction);
  }

  /** The number of cursors that are open now. */
  public int openCursors() {
    return reads.openCursors();
  }

  /** The number of snapshots that are held now. */
  public int openSnapshots() {
    return reads.openSnapshots();
  }

  @Override
  public void write(WriteBatch batch, Durability durability, Runnable whileStalled) {
    guarded.guarded(
        () -> {
          guarded.checkWritable();
          for (ColumnFamily family : batch.families()) {
            families.own(family).guard().check();
          }
          if (!batch.isEmpty()) {
            try (org.rocksdb.WriteBatch serialized =
                new org.rocksdb.WriteBatch(batch.toByteArray())) {
              writer.write(serialized, durability, whileStalled);
            }
            store.settings().statistics().trace();
          }
          return null;
        });
  }

  @Override
  public List<KeyRange> split(ColumnFamily family, KeyRange range, int parts) {
    return ranges.split(family, range, parts);
  }

  @Override
  public long approximateSize(ColumnFamily family, KeyRange range) {
    return ranges.size(family, range);
  }

  @Override
  public long approximateCount(ColumnFamily family, KeyRange range) {
    return ranges.count(family, range);
  }

  @Override
  public void flush() {
    maintenance.flush();
  }

  @Override
  public Backup backup(Path directory, int keep, Runnable check) {
    return maintenance.backup(directory, keep, check);
  }

  @Override
  public List<StoredFile> verifyFiles(Runnable check) {
    return maintenance.verifyFiles(check);
  }

  @Override
  public void compact(ColumnFamily family, KeyRange range) {
    ranges.compact(family, range);
  }

  @Override
  public boolean isReadOnly() {
    return guarded.isReadOnly();
  }

  @Override
  public Optional<Openings> openings() {
    return Optional.of(store.openings());
  }

  @Override
  public void refresh() {
    reads.refresh();
  }

  @Override
  public List<Metric> metrics() {
    List<Metric> all = new ArrayList<>(maintenance.metrics());
    all.add(Metric.count("open_snapshots", openSnapshots(), "snapshots that are open now"));
    all.add(Metric.count("open_cursors", openCursors(), "cursors that are open now"));
    return all;
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    guarded.guard().close();
    families.closeGuards();
    maintenance.flushBeforeClose();
    writer.close();
    reads.close();
    families.close();
    store.close();
  }
}
