package io.gabbro.storage.rocksdb;

import java.util.concurrent.TimeUnit;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/**
 * Hands the log to the operating system about once a second, when somebody has asked for it.
 * Thread-safe.
 */
final class LogFlusher implements AutoCloseable {
  private static final long PERIOD_MILLIS = TimeUnit.SECONDS.toMillis(1);

  private final RocksDB rocks;
  private volatile boolean wanted;
  private volatile boolean closed;
  private volatile Thread thread;

  LogFlusher(RocksDB rocks) {
    this.rocks = rocks;
  }

  /** Starts the thread, unless it runs already; fails where there can be no more threads. */
  void start() {
    if (thread == null) {
      startOnce();
    }
  }

  private synchronized void startOnce() {
    if (thread == null && !closed) {
      Thread started = new Thread(this::run, "gabbro-log");
      started.setDaemon(true);
      started.start();
      thread = started;
    }
  }

  /**
   * Sees to it that what is in the log now is handed on within about a second. The thread has been
   * started: this cannot fail.
   */
  void flushSoon() {
    if (!wanted) {
      wanted = true;
    }
  }

  private void run() {
    while (!closed) {
      try {
        Thread.sleep(PERIOD_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
      flush();
    }
  }

  /** A failure is told to the next write, which finds the store in the same state. */
  private synchronized void flush() {
    if (wanted && !closed) {
      wanted = false;
      try {
        rocks.flushWal(false);
      } catch (RocksDBException e) {
        wanted = true;
      }
    }
  }

  /** Hands on what is left, and ends the thread. */
  @Override
  public synchronized void close() {
    flush();
    closed = true;
    if (thread != null) {
      thread.interrupt();
    }
  }
}
