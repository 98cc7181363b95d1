package io.gabbro.storage.rocksdb;

import io.gabbro.storage.ColumnFamily;
import org.rocksdb.ColumnFamilyHandle;

/** A column family and its native handle, which is used only between enter and exit. */
final class RocksColumnFamily implements ColumnFamily {
  private final RocksFamilies families;
  private final ColumnFamilyHandle handle;
  private final UseGuard guard;
  private final String name;
  private final int id;

  /** A column family that owns {@code handle}. */
  RocksColumnFamily(RocksFamilies families, String name, ColumnFamilyHandle handle) {
    this.families = families;
    this.handle = handle;
    this.name = name;
    this.id = handle.getID();
    this.guard = new UseGuard("column family \"" + name + "\"");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int id() {
    return id;
  }

  boolean belongsTo(RocksFamilies other) {
    return families == other;
  }

  UseGuard guard() {
    return guard;
  }

  /** The native handle, for whoever has entered the guard. */
  ColumnFamilyHandle handle() {
    return handle;
  }

  /** Waits for all uses and closes the handle. */
  void close() {
    guard.close();
    handle.close();
  }
}
