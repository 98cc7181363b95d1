package io.gabbro.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;

@Timeout(60)
final class SchemaGateTest {
  private final SchemaGate gate = new SchemaGate();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch inside = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);

  @AfterEach
  void close() {
    release.countDown();
    threads.shutdownNow();
  }

  /** A commit in another thread that stays inside until {@link #release}. */
  private Future<?> stall(boolean changesCatalog) throws InterruptedException {
    Future<?> stalled =
        threads.submit(() -> gate.runCommit(changesCatalog, () -> {}, this::stayInside));
    assertTrue(inside.await(10, TimeUnit.SECONDS));
    return stalled;
  }

  private void stayInside() {
    inside.countDown();
    try {
      release.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A check that gives up at its third run. */
  private static Runnable impatience() {
    AtomicInteger runs = new AtomicInteger();
    return () -> {
      if (runs.incrementAndGet() == 3) {
        throw new GabbroException(ErrorCode.QUERY_CANCELED, "statement timeout");
      }
    };
  }

  private static void givesUp(Executable waiting) {
    assertEquals(ErrorCode.QUERY_CANCELED, assertThrows(GabbroException.class, waiting).code());
  }

  @Test
  void whoWaitsForAChangeOfTablesCanGiveUp() throws Exception {
    Future<?> stalled = stall(true);
    givesUp(() -> gate.runStart(impatience(), () -> "started"));
    givesUp(() -> gate.runCommit(false, impatience(), () -> {}));
    givesUp(() -> gate.runCommit(true, impatience(), () -> {}));
    release.countDown();
    stalled.get(10, TimeUnit.SECONDS);
    assertEquals("started", gate.runStart(impatience(), () -> "started"));
  }

  @Test
  void whoWaitsBehindAChangeOfTablesThatWaitsCanGiveUp() throws Exception {
    Future<?> stalled = stall(false);
    Future<?> queued = threads.submit(() -> gate.runCommit(true, () -> {}, () -> {}));
    givesUp(() -> gate.runCommit(true, impatience(), () -> {}));
    // Who only starts need not wait for ever for those that cannot enter either.
    assertEquals("started", gate.runStart(() -> {}, () -> "started"));
    assertFalse(queued.isDone());
    release.countDown();
    stalled.get(10, TimeUnit.SECONDS);
    queued.get(10, TimeUnit.SECONDS);
  }

  @Test
  void anInterruptEndsAWaitAndNothingElse() throws Exception {
    Future<?> stalled = stall(true);
    Thread.currentThread().interrupt();
    givesUp(() -> gate.runStart(() -> {}, () -> "started"));
    assertTrue(Thread.currentThread().isInterrupted());
    release.countDown();
    while (!stalled.isDone()) {
      Thread.onSpinWait();
    }
    assertEquals("started", gate.runStart(() -> {}, () -> "started"));
    assertTrue(Thread.interrupted());
  }

  @Test
  void readsWithoutLockLearnOfChanges() {
    long stamp = gate.startRead();
    gate.runCommit(false, () -> {}, () -> {});
    assertTrue(gate.isValid(stamp));
    assertEquals(0, gate.runAlone(() -> {}, gate::startRead));
    assertFalse(gate.isValid(stamp));
  }
}
