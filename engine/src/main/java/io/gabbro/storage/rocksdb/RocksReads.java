package io.gabbro.storage.rocksdb;

import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Direction;
import io.gabbro.storage.KeyRange;
import io.gabbro.storage.RowCursor;
import io.gabbro.storage.Snapshot;
import io.gabbro.storage.ValueBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/**
 * Reads of an open database by key and by range. It knows the cursors and snapshots that are open,
 * each of which owns its native objects, and closes those that are left. Thread-safe.
 */
final class RocksReads implements AutoCloseable {
  private final GuardedStore store;
  private final RocksDB rocks;
  private final RocksFamilies families;
  private final Set<RocksCursor> cursors = ConcurrentHashMap.newKeySet();
  private final Set<RocksSnapshot> snapshots = ConcurrentHashMap.newKeySet();
  private final Object refreshLock = new Object();

  RocksReads(GuardedStore store, RocksFamilies families) {
    this.store = store;
    this.rocks = store.rocks();
    this.families = families;
  }

  Snapshot snapshot() {
    store.guard().enter();
    try {
      synchronized (refreshLock) {
        RocksSnapshot snapshot;
        if (store.store().mode() == OpenMode.SECONDARY) {
          snapshot = new RocksSnapshot(this, null, rocks.getLatestSequenceNumber());
        } else {
          org.rocksdb.Snapshot handle = rocks.getSnapshot();
          snapshot = new RocksSnapshot(this, handle, handle.getSequenceNumber());
        }
        snapshots.add(snapshot);
        return snapshot;
      }
    } finally {
      store.guard().exit();
    }
  }

  /** Gives back the native snapshot of a snapshot that nobody holds any more. */
  void release(RocksSnapshot snapshot, org.rocksdb.Snapshot handle) {
    if (handle != null) {
      rocks.releaseSnapshot(handle);
    }
    snapshots.remove(snapshot);
  }

  /** Takes over what the process that writes has written, while no snapshot is open. */
  void refresh() {
    store.guarded(
        () -> {
          if (store.store().mode() == OpenMode.SECONDARY) {
            synchronized (refreshLock) {
              if (snapshots.isEmpty()) {
                rocks.tryCatchUpWithPrimary();
              }
            }
          }
          return null;
        });
  }

  boolean get(
      ColumnFamily family, Snapshot snapshot, byte[] key, int keyLength, ValueBuffer target) {
    RocksColumnFamily source = families.enter(family);
    try {
      if (snapshot == null) {
        return get(source, store.store().settings().read(), key, keyLength, target);
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

  List<byte[]> multiGet(ColumnFamily family, Snapshot snapshot, List<byte[]> keys) {
    RocksColumnFamily source = families.enter(family);
    try {
      if (snapshot == null) {
        return multiGet(source, store.store().settings().read(), keys);
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

  RowCursor cursor(ColumnFamily family, Snapshot snapshot, KeyRange range, Direction direction) {
    RocksColumnFamily source = families.enter(family);
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

  /** Throws {@code CLOSED} when the database is closed. */
  void checkOpen() {
    store.guard().check();
  }

  /** Forgets a cursor that is closed. */
  void forget(RocksCursor cursor) {
    cursors.remove(cursor);
  }

  int openCursors() {
    return cursors.size();
  }

  int openSnapshots() {
    return snapshots.size();
  }

  /** Closes what is open, when no new reads can begin. */
  @Override
  public void close() {
    cursors.forEach(RocksCursor::close);
    snapshots.forEach(RocksSnapshot::close);
    while (!snapshots.isEmpty()) {
      Thread.onSpinWait();
    }
  }
}
