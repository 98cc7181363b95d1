package io.gabbro.transaction;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.monitor.LockWaitTrace;
import io.gabbro.monitor.Metric;
import io.gabbro.monitor.Tracers;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;

/** Counts and records waits for locks. Thread-safe. */
final class LockWaits {
  private final LongAdder count = new LongAdder();
  private final LongAdder nanos = new LongAdder();
  private final LongAdder deadlocks = new LongAdder();

  /** Runs a wait for a lock that {@code holder} has. */
  boolean measure(
      LockManager.LockOwner owner,
      LockManager.LockOwner holder,
      String table,
      BooleanSupplier wait) {
    LockWaitTrace trace = Tracers.active().beginLockWait();
    long start = System.nanoTime();
    boolean acquired = false;
    try {
      boolean fresh = wait.getAsBoolean();
      acquired = true;
      return fresh;
    } catch (GabbroException e) {
      if (e.code() == ErrorCode.DEADLOCK) {
        deadlocks.increment();
      }
      throw e;
    } finally {
      count.increment();
      nanos.add(System.nanoTime() - start);
      if (trace != null) {
        trace.end(owner.session(), holder.session(), table, acquired);
      }
    }
  }

  /** The figures. */
  List<Metric> metrics() {
    return List.of(
        Metric.count("lock_waits", count.sum(), "waits for row locks that have ended"),
        new Metric(
            "lock_wait_time",
            TimeUnit.NANOSECONDS.toMillis(nanos.sum()),
            Metric.MILLIS,
            "how long those waits were together"),
        Metric.count("deadlocks", deadlocks.sum(), "waits that would never have ended"));
  }
}
