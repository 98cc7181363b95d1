package io.gabbro.storage.rocksdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.storage.ColumnFamily;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.FlushOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/** The column families of an open database; it owns their native handles. Thread-safe. */
final class RocksFamilies implements AutoCloseable {
  private final GuardedStore store;
  private final RocksDB rocks;
  private final ConcurrentSkipListMap<String, RocksColumnFamily> families =
      new ConcurrentSkipListMap<>();
  private final Object changes = new Object();

  /** Those that the directory had when it was opened. */
  RocksFamilies(GuardedStore store) throws RocksDBException {
    this.store = store;
    this.rocks = store.rocks();
    for (ColumnFamilyHandle handle : store.store().handles()) {
      String name = new String(handle.getName(), UTF_8);
      families.put(name, new RocksColumnFamily(this, name, handle));
    }
  }

  /** Makes one unless there is one of that name. */
  ColumnFamily create(String name) {
    return store.guarded(
        () -> {
          synchronized (changes) {
            RocksColumnFamily known = families.get(name);
            if (known != null) {
              return known;
            }
            store.checkWritable();
            DatabaseDirectory.checkWritable(rocks.getName());
            ColumnFamilyDescriptor descriptor =
                new ColumnFamilyDescriptor(name.getBytes(UTF_8), store.store().settings().family());
            RocksColumnFamily made =
                new RocksColumnFamily(this, name, rocks.createColumnFamily(descriptor));
            families.put(name, made);
            return made;
          }
        });
  }

  /** Deletes one with all that it holds, when its last use has ended. */
  void drop(ColumnFamily family) {
    RocksColumnFamily dropped = own(family);
    if (dropped.id() == 0) {
      throw new GabbroException(
          ErrorCode.INVALID_ARGUMENT, "the column family \"default\" cannot be dropped");
    }
    store.guarded(
        () -> {
          store.checkWritable();
          synchronized (changes) {
            if (families.get(dropped.name()) == dropped) {
              rocks.dropColumnFamily(dropped.handle());
              families.remove(dropped.name());
              dropped.close();
            }
          }
          return null;
        });
  }

  /** The one of that name; null when there is none. */
  ColumnFamily get(String name) {
    return families.get(name);
  }

  List<String> names() {
    return List.copyOf(families.keySet());
  }

  /** Writes the memory tables of all of them at once. */
  void flush() throws RocksDBException {
    synchronized (changes) {
      try (FlushOptions options = new FlushOptions().setWaitForFlush(true)) {
        rocks.flush(options, families.values().stream().map(RocksColumnFamily::handle).toList());
      }
    }
  }

  /** Begins a use of one, which ends with {@code exit} of its guard. */
  RocksColumnFamily enter(ColumnFamily family) {
    RocksColumnFamily own = own(family);
    if (!own.guard().tryEnter()) {
      store.guard().check();
      throw own.guard().closed();
    }
    return own;
  }

  RocksColumnFamily own(ColumnFamily family) {
    if (family instanceof RocksColumnFamily own && own.belongsTo(this)) {
      return own;
    }
    throw new IllegalArgumentException("column family of another database: " + family.name());
  }

  /** Turns away later uses and waits for those that run. */
  void closeGuards() {
    families.values().forEach(family -> family.guard().close());
  }

  /** Closes the handles. */
  @Override
  public void close() {
    families.values().forEach(RocksColumnFamily::close);
  }
}
