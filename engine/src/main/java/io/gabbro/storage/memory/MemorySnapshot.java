package io.gabbro.storage.memory;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.storage.Snapshot;
import java.util.concurrent.atomic.AtomicBoolean;

/** A sequence number that is held until the snapshot is closed. */
final class MemorySnapshot implements Snapshot {
  private final AtomicBoolean closed = new AtomicBoolean();
  private final LiveSequences live;
  private final long sequence;

  MemorySnapshot(LiveSequences live) {
    this.live = live;
    this.sequence = live.holdLatest();
  }

  @Override
  public long sequence() {
    return sequence;
  }

  void checkOpen() {
    if (closed.get()) {
      throw new GabbroException(ErrorCode.CLOSED, "the snapshot");
    }
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      live.release(sequence);
    }
  }
}
