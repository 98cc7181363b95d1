package io.gabbro.benchmarks.compare;

import java.util.Arrays;

/**
 * The times of one workload on one engine, in seconds.
 *
 * @param median of all runs but the first
 * @param percentile99 of the same runs; only meaningful for many short calls
 * @param first the very first run in its process
 * @param runs how many there were without the first
 */
record Measurement(double median, double percentile99, double first, int runs) {

  /** Sorts {@code seconds} and takes the quantiles. */
  static Measurement of(double first, double[] seconds) {
    Arrays.sort(seconds);
    return new Measurement(
        seconds[seconds.length / 2], seconds[(int) (seconds.length * 0.99)], first, seconds.length);
  }

  /** A single run. */
  static Measurement once(double seconds) {
    return new Measurement(seconds, seconds, seconds, 1);
  }
}
