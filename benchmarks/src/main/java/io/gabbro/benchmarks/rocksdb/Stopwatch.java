package io.gabbro.benchmarks.rocksdb;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.rocksdb.RocksDBException;

/**
 * Best of several repetitions, by the processor time of the calling thread.
 *
 * <p>On a machine that other programs share, processor time leaves out the waiting for a core.
 */
final class Stopwatch {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Stopwatch() {}

  /** Work that RocksDB may refuse. */
  @FunctionalInterface
  interface Work {
    void run() throws RocksDBException;
  }

  /** Nanoseconds of processor time of the fastest of {@code repetitions} runs. */
  static long best(int repetitions, Work work) throws RocksDBException {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < repetitions; i++) {
      long start = THREADS.getCurrentThreadCpuTime();
      work.run();
      best = Math.min(best, THREADS.getCurrentThreadCpuTime() - start);
    }
    return best;
  }
}
