package io.gabbro.benchmarks.rocksdb;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.rocksdb.RocksDBException;

/**
 * Best of several repetitions, by the processor time of the calling thread.
 *
 * <p>On a machine that other programs share, processor time leaves out the waiting for a core. What
 * it does not leave out are shared caches; therefore variants are measured in turn with the setup
 * that they are compared with, so that both meet the same disturbance.
 */
final class Stopwatch {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private long best = Long.MAX_VALUE;

  /** Work that RocksDB may refuse. */
  @FunctionalInterface
  interface Work {
    void run() throws RocksDBException;
  }

  void time(Work work) throws RocksDBException {
    long start = THREADS.getCurrentThreadCpuTime();
    work.run();
    best = Math.min(best, THREADS.getCurrentThreadCpuTime() - start);
  }

  /** Nanoseconds of the fastest repetition, divided among {@code items}. */
  double nanosEach(int items) {
    return (double) best / items;
  }
}
