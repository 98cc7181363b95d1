package io.gabbro.storage.rocksdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gabbro.config.DatabaseOptions;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.monitor.Metric;
import io.gabbro.storage.Backup;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Database;
import io.gabbro.storage.Direction;
import io.gabbro.storage.Durability;
import io.gabbro.storage.KeyRange;
import io.gabbro.storage.RowCursor;
import io.gabbro.storage.Snapshot;
import io.gabbro.storage.StoredFile;
import io.gabbro.storage.ValueBuffer;
import io.gabbro.storage.WriteBatch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.FlushOptions;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;

/**
 * A database in a directory, kept by RocksDB.
 *
 * <p>Native handles are guarded: an operation on a column family enters the family's guard, any
 * other operation the database's. {@link #close} turns later operations away and waits for running
 * ones, then closes cursors, snapshots, column families and the database, in this order.
 */
public final class RocksDatabase implements Database {
  private static final long LONG_REPLAY_BYTES = 4 << 20;

  private final AtomicBoolean closed = new AtomicBoolean();
  private final UseGuard guard = new UseGuard("the database");
  private final Set<RocksCursor> cursors = ConcurrentHashMap.newKeySet();
  private final Set<RocksSnapshot> snapshots = ConcurrentHashMap.newKeySet();
  private final ConcurrentSkipListMap<String, RocksColumnFamily> families =
      new ConcurrentSkipListMap<>();
  private final Object familiesLock = new Object();
  private final Object refreshLock = new Object();
  private final RocksStore store;
  private final RocksDB rocks;
  private final BatchWriter writer;

  private RocksDatabase(RocksStore store) {
    this.store = store;
    this.rocks = store.rocks();
    try {
      for (ColumnFamilyHandle handle : store.handles()) {
        String name = new String(handle.getName(), UTF_8);
        families.put(name, new RocksColumnFamily(this, name, handle));
      }
      writer =
          new BatchWriter(
              rocks,
              store.settings().writeModes(),
              store.settings().statistics(),
              store.settings().keepsLog(),
              guard);
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

  void checkOpen() {
    if (closed.get()) {
      throw new GabbroException(ErrorCode.CLOSED, "the database");
    }
  }

  @Override
  public ColumnFamily createColumnFamily(String name) {
    return guarded(
        () -> {
          synchronized (familiesLock) {
            RocksColumnFamily known = families.get(name);
            if (known != null) {
              return known;
            }
            checkWritable();
            DatabaseDirectory.checkWritable(rocks.getName());
            ColumnFamilyDescriptor descriptor =
                new ColumnFamilyDescriptor(name.getBytes(UTF_8), store.settings().family());
            RocksColumnFamily made =
                new RocksColumnFamily(this, name, rocks.createColumnFamily(descriptor));
            families.put(name, made);
            return made;
          }
        });
  }

  @Override
  public Optional<ColumnFamily> columnFamily(String name) {
    checkOpen();
    return Optional.ofNullable(families.get(name));
  }

  @Override
  public List<String> columnFamilyNames() {
    checkOpen();
    return List.copyOf(families.keySet());
  }

  @Override
  public Map<String, String> unreadableColumnFamilies() {
    return store.unreadable();
  }

  @Override
  public void dropColumnFamily(ColumnFamily family) {
    RocksColumnFamily dropped = own(family);
    if (dropped.id() == 0) {
      throw new GabbroException(
          ErrorCode.INVALID_ARGUMENT, "the column family \"default\" cannot be dropped");
    }
    guarded(
        () -> {
          checkWritable();
          synchronized (familiesLock) {
            if (families.get(dropped.name()) == dropped) {
              rocks.dropColumnFamily(dropped.handle());
              families.remove(dropped.name());
              dropped.close();
            }
          }
          return null;
        });
  }

  @Override
  public Snapshot snapshot() {
    guard.enter();
    try {
      synchronized (refreshLock) {
        RocksSnapshot snapshot;
        if (store.mode() == OpenMode.SECONDARY) {
          snapshot = new RocksSnapshot(this, null, rocks.getLatestSequenceNumber());
        } else {
          org.rocksdb.Snapshot handle = rocks.getSnapshot();
          snapshot = new RocksSnapshot(this, handle, handle.getSequenceNumber());
        }
        snapshots.add(snapshot);
        return snapshot;
      }
    } finally {
      guard.exit();
    }
  }

  /** Gives back the native snapshot of a snapshot that nobody holds any more. */
  void release(RocksSnapshot snapshot, org.rocksdb.Snapshot handle) {
    if (handle != null) {
      rocks.releaseSnapshot(handle);
    }
    snapshots.remove(snapshot);
  }

  @Override
  public boolean get(
      ColumnFamily family, Snapshot snapshot, byte[] key, int keyLength, ValueBuffer target) {
    RocksColumnFamily source = enter(family);
    try {
      if (snapshot == null) {
        return get(source, store.settings().read(), key, keyLength, target);
      }
      RocksSnapshot held = (RocksSnapshot) snapshot;
      held.acquire();
      try {
        return get(source, held.readOptions(), key, keyLength, target);
      } finally {
        held.release();
      }
    } finally {
      source.guard().exit();
    }
  }

  private boolean get(
      RocksColumnFamily family,
      ReadOptions options,
      byte[] key,
      int keyLength,
      ValueBuffer target) {
    try {
      byte[] bytes = target.bytes();
      while (true) {
        int length = rocks.get(family.handle(), options, key, 0, keyLength, bytes, 0, bytes.length);
        if (length == RocksDB.NOT_FOUND) {
          return false;
        }
        if (length <= bytes.length) {
          target.setLength(length);
          return true;
        }
        bytes = target.reserve(length);
      }
    } catch (RocksDBException e) {
      throw RocksErrors.translate(e);
    }
  }

  @Override
  public List<byte[]> multiGet(ColumnFamily family, Snapshot snapshot, List<byte[]> keys) {
    RocksColumnFamily source = enter(family);
    try {
      if (snapshot == null) {
        return multiGet(source, store.settings().read(), keys);
      }
      RocksSnapshot held = (RocksSnapshot) snapshot;
      held.acquire();
      try {
        return multiGet(source, held.readOptions(), keys);
      } finally {
        held.release();
      }
    } finally {
      source.guard().exit();
    }
  }

  private List<byte[]> multiGet(RocksColumnFamily family, ReadOptions options, List<byte[]> keys) {
    if (keys.isEmpty()) {
      return new ArrayList<>();
    }
    try {
      return rocks.multiGetAsList(options, Collections.nCopies(keys.size(), family.handle()), keys);
    } catch (RocksDBException e) {
      throw RocksErrors.translate(e);
    }
  }

  @Override
  public RowCursor cursor(
      ColumnFamily family, Snapshot snapshot, KeyRange range, Direction direction) {
    RocksColumnFamily source = enter(family);
    try {
      RocksSnapshot held = (RocksSnapshot) snapshot;
      if (held != null) {
        held.acquire();
      }
      try {
        RocksCursor cursor =
            new RocksCursor(
                this, rocks, source, held == null ? null : held.handle(), range, direction);
        cursors.add(cursor);
        return cursor;
      } finally {
        if (held != null) {
          held.release();
        }
      }
    } finally {
      source.guard().exit();
    }
  }

  /** The number of cursors that are open now. */
  public int openCursors() {
    return cursors.size();
  }

  /** The number of snapshots that are held now. */
  public int openSnapshots() {
    return snapshots.size();
  }

  /** Forgets a cursor that is closed. */
  void forget(RocksCursor cursor) {
    cursors.remove(cursor);
  }

  @Override
  public void write(WriteBatch batch, Durability durability, Runnable whileStalled) {
    guarded(
        () -> {
          checkWritable();
          for (ColumnFamily family : batch.families()) {
            own(family).guard().check();
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
    RocksColumnFamily source = enter(family);
    try (Slice lower = new Slice(range.lower() == null ? new byte[0] : range.lower());
        Slice upper = new Slice(range.upper() == null ? new byte[0] : range.upper());
        ReadOptions options = new ReadOptions().setIterateLowerBound(lower)) {
      if (range.upper() != null) {
        options.setIterateUpperBound(upper);
      }
      try (RocksIterator iterator = rocks.newIterator(source.handle(), options)) {
        RangeEstimates estimates = new RangeEstimates(rocks, source.handle());
        return new RangeSplitter(estimates, iterator).split(range, parts);
      }
    } catch (RocksDBException e) {
      throw RocksErrors.translate(e);
    } finally {
      source.guard().exit();
    }
  }

  @Override
  public long approximateSize(ColumnFamily family, KeyRange range) {
    RocksColumnFamily source = enter(family);
    try {
      return new RangeEstimates(rocks, source.handle()).size(range);
    } finally {
      source.guard().exit();
    }
  }

  @Override
  public long approximateCount(ColumnFamily family, KeyRange range) {
    RocksColumnFamily source = enter(family);
    try {
      return new RangeEstimates(rocks, source.handle()).count(range);
    } catch (RocksDBException e) {
      throw RocksErrors.translate(e);
    } finally {
      source.guard().exit();
    }
  }

  @Override
  public void flush() {
    guarded(
        () -> {
          if (!isReadOnly()) {
            DatabaseDirectory.checkPresent(rocks.getName());
            List<ColumnFamilyHandle> handles = new ArrayList<>();
            synchronized (familiesLock) {
              families.values().forEach(family -> handles.add(family.handle()));
              try (FlushOptions options = new FlushOptions().setWaitForFlush(true)) {
                rocks.flush(options, handles);
              }
            }
            rocks.syncWal();
          }
          return null;
        });
  }

  @Override
  public Backup backup(Path directory, int keep) {
    return guarded(
        () -> {
          if (isReadOnly()) {
            throw RocksErrors.noBackup();
          }
          DatabaseDirectory.checkPresent(rocks.getName());
          return new BackupWriter(rocks).write(directory, keep);
        });
  }

  @Override
  public List<StoredFile> verifyFiles(Runnable check) {
    return guarded(
        () ->
            new FileVerifier(rocks)
                .verify(
                    () -> {
                      guard.check();
                      check.run();
                    }));
  }

  @Override
  public void compact(ColumnFamily family, KeyRange range) {
    checkWritable();
    RocksColumnFamily source = enter(family);
    try {
      rocks.compactRange(source.handle(), range.lower(), range.upper());
    } catch (RocksDBException e) {
      throw RocksErrors.translate(e);
    } finally {
      source.guard().exit();
    }
  }

  @Override
  public boolean isReadOnly() {
    return store.mode() != OpenMode.READ_WRITE;
  }

  @Override
  public void refresh() {
    guarded(
        () -> {
          if (store.mode() == OpenMode.SECONDARY) {
            synchronized (refreshLock) {
              if (snapshots.isEmpty()) {
                rocks.tryCatchUpWithPrimary();
              }
            }
          }
          return null;
        });
  }

  @Override
  public List<Metric> metrics() {
    return guarded(
        () -> {
          List<Metric> all = new ArrayList<>(RocksMetrics.read(rocks, !isReadOnly()));
          all.addAll(store.settings().statistics().metrics());
          all.add(Metric.count("open_snapshots", snapshots.size(), "snapshots that are open now"));
          all.add(Metric.count("open_cursors", cursors.size(), "cursors that are open now"));
          return all;
        });
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    guard.close();
    families.values().forEach(family -> family.guard().close());
    flushBeforeClose();
    writer.close();
    cursors.forEach(RocksCursor::close);
    snapshots.forEach(RocksSnapshot::close);
    while (!snapshots.isEmpty()) {
      Thread.onSpinWait();
    }
    families.values().forEach(RocksColumnFamily::close);
    store.close();
  }

  /**
   * Writes files for what is in memory when the next open would spend long on reading it from the
   * log. A failure loses nothing: the log has it all.
   */
  private void flushBeforeClose() {
    if (isReadOnly()) {
      return;
    }
    try (FlushOptions options = new FlushOptions().setWaitForFlush(true)) {
      if (rocks.getAggregatedLongProperty("rocksdb.cur-size-all-mem-tables") > LONG_REPLAY_BYTES) {
        rocks.flush(options, families.values().stream().map(RocksColumnFamily::handle).toList());
      }
    } catch (RocksDBException e) {
      // The next open reads the log instead.
    }
  }

  /** An operation that may throw RocksDB's exception. */
  private interface NativeOperation<T> {
    T run() throws RocksDBException;
  }

  private <T> T guarded(NativeOperation<T> operation) {
    guard.enter();
    try {
      return operation.run();
    } catch (RocksDBException e) {
      GabbroException error = RocksErrors.translate(e);
      throw isReadOnly() ? error : RocksErrors.withWayOut(error);
    } finally {
      guard.exit();
    }
  }

  private void checkWritable() {
    if (isReadOnly()) {
      throw RocksErrors.readOnly();
    }
  }

  private RocksColumnFamily enter(ColumnFamily family) {
    RocksColumnFamily own = own(family);
    if (!own.guard().tryEnter()) {
      checkOpen();
      throw own.guard().closed();
    }
    return own;
  }

  private RocksColumnFamily own(ColumnFamily family) {
    if (family instanceof RocksColumnFamily own && own.belongsTo(this)) {
      return own;
    }
    throw new IllegalArgumentException("column family of another database: " + family.name());
  }
}
