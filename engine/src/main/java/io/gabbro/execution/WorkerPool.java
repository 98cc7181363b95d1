package io.gabbro.execution;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that the scans of a database share. Thread-safe. Threads are started when they are
 * needed and end when they have been idle for a while.
 *
 * <p>A task must never wait for another task, nor for whoever reads its results: it has to return,
 * and be submitted again. Those who submit tasks must be able to do all of the work themselves, so
 * that a pool whose threads are all busy makes nobody wait for ever.
 */
public final class WorkerPool implements AutoCloseable {
  private static final AtomicInteger THREADS = new AtomicInteger();
  private static final long IDLE_SECONDS = 10;

  private final int parallelism;
  private final ThreadPoolExecutor executor;

  /**
   * A pool for statements that use up to {@code parallelism} threads, the caller's own included.
   */
  public WorkerPool(int parallelism) {
    this.parallelism = Math.max(1, parallelism);
    int threads = Math.max(1, this.parallelism - 1);
    executor =
        new ThreadPoolExecutor(
            threads,
            threads,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            WorkerPool::newThread);
    executor.allowCoreThreadTimeOut(true);
  }

  private static Thread newThread(Runnable task) {
    Thread thread = new Thread(task, "gabbro-worker-" + THREADS.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }

  /** The number of threads that one statement may use, its own included. */
  public int parallelism() {
    return parallelism;
  }

  /**
   * Runs a task some time; it must not throw.
   *
   * @return false when the pool was closed: the task will not run
   */
  public boolean submit(Runnable task) {
    try {
      executor.execute(task);
      return true;
    } catch (java.util.concurrent.RejectedExecutionException e) {
      return false;
    }
  }

  /** Lets running tasks end and takes no new ones. */
  @Override
  public void close() {
    executor.shutdown();
  }
}
