package io.gabbro.storage.rocksdb;

import org.rocksdb.WriteOptions;

/** The ways to write a batch, as native objects, of which it is the owner. */
final class WriteModes implements AutoCloseable {
  private final WriteOptions synced = modes(true, false);
  private final WriteOptions unsynced = modes(false, false);
  private final WriteOptions syncedAtOnce = modes(true, true);
  private final WriteOptions unsyncedAtOnce = modes(false, true);

  private static WriteOptions modes(boolean sync, boolean atOnce) {
    return new WriteOptions()
        .setSync(sync)
        .setNoSlowdown(atOnce)
        .setIgnoreMissingColumnFamilies(true);
  }

  /**
   * A way to write.
   *
   * @param sync whether the write is on disk when it returns
   * @param atOnce whether a write that would have to wait for compactions fails instead
   */
  WriteOptions of(boolean sync, boolean atOnce) {
    if (atOnce) {
      return sync ? syncedAtOnce : unsyncedAtOnce;
    }
    return sync ? synced : unsynced;
  }

  @Override
  public void close() {
    unsyncedAtOnce.close();
    syncedAtOnce.close();
    unsynced.close();
    synced.close();
  }
}
