package io.gabbro.crash;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The short version of {@code dev/crash-test}. */
class CrashTest {
  private static final int KILLS = 9;
  private static final long ENOUGH_NANOS = TimeUnit.SECONDS.toNanos(20);

  @TempDir Path directory;

  @Test
  @Timeout(180)
  void losesNothingAcknowledgedAndShowsNothingHalfDone() throws Exception {
    String given = System.getProperty("tests.seed", "");
    long seed = given.isEmpty() ? System.nanoTime() : Long.parseLong(given);
    CrashTester tester = new CrashTester(directory, seed, 800);
    long start = System.nanoTime();
    try {
      while (tester.kills() < KILLS && System.nanoTime() - start < ENOUGH_NANOS) {
        tester.round();
      }
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("-Dtests.seed=" + seed + ": " + e.getMessage(), e);
    }
    assertTrue(tester.acknowledged() > 0, tester.toString());
  }
}
