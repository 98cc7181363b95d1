package io.gabbro.storage.rocksdb;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.storage.Snapshot;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.rocksdb.ReadOptions;

/**
 * A native snapshot with the read options that are bound to it. Reads acquire it and release it;
 * the last to let go, owner or read, gives the native objects back.
 */
final class RocksSnapshot implements Snapshot {
  private final RocksReads reads;
  private final org.rocksdb.Snapshot snapshot;
  private final ReadOptions readOptions;
  private final long sequence;
  private final AtomicInteger holders = new AtomicInteger(1);
  private final AtomicBoolean closed = new AtomicBoolean();

  /** A snapshot that owns {@code snapshot}; null where the store's state stands still anyway. */
  RocksSnapshot(RocksReads reads, org.rocksdb.Snapshot snapshot, long sequence) {
    this.reads = reads;
    this.snapshot = snapshot;
    this.sequence = sequence;
    this.readOptions = new ReadOptions();
    if (snapshot != null) {
      readOptions.setSnapshot(snapshot);
    }
  }

  @Override
  public long sequence() {
    return sequence;
  }

  /** Keeps the native objects until {@link #release}. */
  void acquire() {
    int count = holders.get();
    while (true) {
      if (count == 0 || closed.get()) {
        throw new GabbroException(ErrorCode.CLOSED, "the snapshot");
      }
      int seen = holders.compareAndExchange(count, count + 1);
      if (seen == count) {
        return;
      }
      count = seen;
    }
  }

  void release() {
    if (holders.decrementAndGet() == 0) {
      readOptions.close();
      reads.release(this, snapshot);
    }
  }

  /** For reads by whoever has acquired it. */
  ReadOptions readOptions() {
    return readOptions;
  }

  /** The native snapshot, for whoever has acquired it. */
  org.rocksdb.Snapshot handle() {
    return snapshot;
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      release();
    }
  }
}
