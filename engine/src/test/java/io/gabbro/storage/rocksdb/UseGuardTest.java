package io.gabbro.storage.rocksdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class UseGuardTest {
  @Test
  void anInterruptedThreadWaitsWithoutSpinningAndStaysInterrupted() throws Exception {
    UseGuard guard = new UseGuard("it");
    guard.enter();
    AtomicBoolean interrupted = new AtomicBoolean();
    Thread closer =
        new Thread(
            () -> {
              Thread.currentThread().interrupt();
              guard.close();
              interrupted.set(Thread.currentThread().isInterrupted());
            });
    closer.start();
    Thread.sleep(500);
    assertTrue(closer.isAlive(), "it closed during a use");
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long worked = TimeUnit.NANOSECONDS.toMillis(threads.getThreadCpuTime(closer.getId()));
    assertTrue(worked < 250, () -> "it worked for " + worked + " ms");
    guard.exit();
    closer.join();
    assertTrue(interrupted.get());
    assertFalse(guard.tryEnter());
    assertEquals("it is closed", guard.closed().getMessage());
  }
}
