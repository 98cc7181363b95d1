package io.gabbro.storage.rocksdb;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.storage.Durability;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;
import org.rocksdb.WriteBatch;

/**
 * Writes batches. RocksDB hands each to the operating system before others see it, unless it was
 * opened to keep its log in a buffer: then it is told to hand it on, after each batch, or for
 * {@code durability=none} by a thread now and then. As the log is one sequence, a batch is never
 * handed on without those before it.
 *
 * <p>When compactions cannot keep up, RocksDB makes writes wait, in native code where nothing can
 * wake them. So a write is tried without that, and the wait is here. Thread-safe.
 */
final class BatchWriter implements AutoCloseable {
  private static final long RETRY_MILLIS = 5;

  private final RocksDB rocks;
  private final WriteModes modes;
  private final RocksStatistics statistics;
  private final boolean keepsLog;
  private final UseGuard guard;
  private final LogFlusher flusher;

  /**
   * A writer.
   *
   * @param statistics what counts the writes that had to wait
   * @param keepsLog whether RocksDB keeps its log in a buffer
   * @param guard what tells that the database is being closed
   */
  BatchWriter(
      RocksDB rocks,
      WriteModes modes,
      RocksStatistics statistics,
      boolean keepsLog,
      UseGuard guard) {
    this.rocks = rocks;
    this.modes = modes;
    this.statistics = statistics;
    this.keepsLog = keepsLog;
    this.guard = guard;
    flusher = new LogFlusher(rocks);
  }

  /**
   * Writes a batch.
   *
   * @param whileStalled is run now and then while the store cannot keep up, and may throw; the
   *     batch is not written then
   */
  void write(WriteBatch batch, Durability durability, Runnable whileStalled)
      throws RocksDBException {
    boolean synced = durability == Durability.SYNC;
    boolean flushesSoon = keepsLog && durability == Durability.NONE;
    if (flushesSoon) {
      flusher.start();
    }
    if (!tryWrite(batch, synced)) {
      writeStalled(batch, synced, whileStalled);
    }
    if (keepsLog && durability == Durability.OS) {
      rocks.flushWal(false);
    } else if (flushesSoon) {
      flusher.flushSoon();
    }
  }

  /** Writes a batch unless it would have to wait. */
  private boolean tryWrite(WriteBatch batch, boolean synced) throws RocksDBException {
    try {
      rocks.write(modes.of(synced, true), batch);
      return true;
    } catch (RocksDBException e) {
      if (e.getStatus() != null && e.getStatus().getCode() == Status.Code.Incomplete) {
        return false;
      }
      throw e;
    }
  }

  /** Waits while writes are stopped; where they are only slowed down, RocksDB may do that. */
  private void writeStalled(WriteBatch batch, boolean synced, Runnable whileStalled)
      throws RocksDBException {
    long start = System.nanoTime();
    try {
      do {
        whileStalled.run();
        guard.check();
        if (rocks.getLongProperty("rocksdb.is-write-stopped") == 0) {
          rocks.write(modes.of(synced, false), batch);
          return;
        }
        Thread.sleep(RETRY_MILLIS);
      } while (!tryWrite(batch, synced));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw GabbroException.causedBy(e, ErrorCode.QUERY_CANCELED, "thread interrupt");
    } finally {
      statistics.addStall(System.nanoTime() - start);
    }
  }

  /** Hands all of the log to the operating system; nothing may be written any more. */
  @Override
  public void close() {
    flusher.close();
  }
}
