package io.gabbro.storage.memory;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * A store on the Java heap. Every write gets a sequence number and adds versions to the keys that
 * it changes; it becomes visible, all at once, when {@code visible} moves on to its number. Readers
 * take no lock. Old versions are forgotten with the first write after the last reader that could
 * see them has gone.
 */
public final class MemoryDatabase implements Database {
  private final ConcurrentSkipListMap<String, MemoryColumnFamily> families =
      new ConcurrentSkipListMap<>();
  private final LiveSequences live = new LiveSequences(() -> this.visible);
  private final StaleVersions stale = new StaleVersions();
  private final Object writeLock = new Object();
  private int nextId;
  private volatile long visible;
  private volatile boolean closed;

  /** An empty database. */
  public MemoryDatabase() {
    createColumnFamily(DEFAULT_COLUMN_FAMILY);
  }

  LiveSequences live() {
    return live;
  }

  void checkOpen() {
    if (closed) {
      throw new GabbroException(ErrorCode.CLOSED, "the database");
    }
  }

  @Override
  public ColumnFamily createColumnFamily(String name) {
    synchronized (writeLock) {
      checkOpen();
      return families.computeIfAbsent(name, key -> new MemoryColumnFamily(this, key, nextId++));
    }
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
  public void dropColumnFamily(ColumnFamily family) {
    MemoryColumnFamily dropped = own(family);
    if (dropped.id() == 0) {
      throw new GabbroException(
          ErrorCode.INVALID_ARGUMENT, "the column family \"default\" cannot be dropped");
    }
    synchronized (writeLock) {
      checkOpen();
      dropped.drop();
      families.remove(dropped.name(), dropped);
    }
  }

  @Override
  public Snapshot snapshot() {
    checkOpen();
    return new MemorySnapshot(live);
  }

  @Override
  public boolean get(
      ColumnFamily family, Snapshot snapshot, byte[] key, int keyLength, ValueBuffer target) {
    byte[] value =
        find(
            usable(family),
            (MemorySnapshot) snapshot,
            key.length == keyLength ? key : Arrays.copyOf(key, keyLength));
    if (value == null) {
      return false;
    }
    target.set(value, 0, value.length);
    return true;
  }

  @Override
  public List<byte[]> multiGet(ColumnFamily family, Snapshot snapshot, List<byte[]> keys) {
    MemoryColumnFamily source = usable(family);
    List<byte[]> values = new ArrayList<>(keys.size());
    for (byte[] key : keys) {
      byte[] value = find(source, (MemorySnapshot) snapshot, key);
      values.add(value == null ? null : value.clone());
    }
    return values;
  }

  private byte[] find(MemoryColumnFamily family, MemorySnapshot snapshot, byte[] key) {
    while (true) {
      long sequence = snapshot == null ? visible : snapshot.sequence();
      Version newest = family.get(key);
      Version version = newest == null ? null : newest.visibleAt(sequence);
      if (snapshot != null) {
        snapshot.checkOpen();
      } else if (version == null && visible != sequence) {
        // A write may have been pruned away what this read was about to see: look again.
        continue;
      }
      return version == null ? null : version.value;
    }
  }

  @Override
  public RowCursor cursor(
      ColumnFamily family, Snapshot snapshot, KeyRange range, Direction direction) {
    MemoryColumnFamily source = usable(family);
    long sequence;
    if (snapshot == null) {
      sequence = live.holdLatest();
    } else {
      ((MemorySnapshot) snapshot).checkOpen();
      sequence = snapshot.sequence();
      live.hold(sequence);
    }
    ConcurrentNavigableMap<byte[], Version> entries = source.entries(range);
    Map<byte[], Version> ordered =
        direction == Direction.FORWARD ? entries : entries.descendingMap();
    return new MemoryCursor(this, ordered.entrySet().iterator(), sequence);
  }

  @Override
  public void write(WriteBatch batch, Durability durability, Runnable whileStalled) {
    synchronized (writeLock) {
      checkOpen();
      batch.families().forEach(this::usable);
      if (batch.isEmpty()) {
        return;
      }
      long sequence = visible + 1;
      new BatchApplier(stale, batch, sequence).apply();
      visible = sequence;
      pruneAfterWrite();
    }
  }

  /** The write is done; what cannot be pruned for want of memory is pruned after the next. */
  private void pruneAfterWrite() {
    try {
      prune();
    } catch (OutOfMemoryError e) {
      // Old versions take memory, and nobody sees them.
    }
  }

  private void prune() {
    stale.prune(live.oldest());
  }

  @Override
  public List<KeyRange> split(ColumnFamily family, KeyRange range, int parts) {
    return MemoryEstimates.split(usable(family), range, parts);
  }

  @Override
  public long approximateSize(ColumnFamily family, KeyRange range) {
    MemoryColumnFamily source = usable(family);
    return MemoryEstimates.count(source, range) * source.averageBytes();
  }

  @Override
  public long approximateCount(ColumnFamily family, KeyRange range) {
    return MemoryEstimates.count(usable(family), range);
  }

  @Override
  public void flush() {
    checkOpen();
  }

  @Override
  public Backup backup(Path directory, int keep, Runnable check) {
    checkOpen();
    throw new GabbroException(ErrorCode.UNSUPPORTED, "BACKUP of a database in memory");
  }

  @Override
  public List<StoredFile> verifyFiles(Runnable check) {
    checkOpen();
    return List.of();
  }

  @Override
  public void compact(ColumnFamily family, KeyRange range) {
    usable(family);
    synchronized (writeLock) {
      prune();
    }
  }

  @Override
  public boolean isReadOnly() {
    return false;
  }

  @Override
  public void refresh() {
    checkOpen();
  }

  @Override
  public void close() {
    synchronized (writeLock) {
      closed = true;
      families.values().forEach(MemoryColumnFamily::drop);
      families.clear();
      stale.clear();
    }
  }

  private MemoryColumnFamily usable(ColumnFamily family) {
    checkOpen();
    MemoryColumnFamily own = own(family);
    own.checkUsable();
    return own;
  }

  private MemoryColumnFamily own(ColumnFamily family) {
    if (family instanceof MemoryColumnFamily own && own.belongsTo(this)) {
      return own;
    }
    throw new IllegalArgumentException("column family of another database: " + family.name());
  }
}
