package io.gabbro.jdbc.lifecycle;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Random interleavings of threads, with {@code -Dtests.seed} those of a run before. */
@Timeout(300)
class InterleavingTest {
  private static final int COUNT = 300;
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @TempDir Path directory;

  @Test
  void randomInterleavings() throws Exception {
    long first = Long.getLong("tests.seed", System.nanoTime());
    System.out.println("InterleavingTest: -Dtests.seed=" + first);
    Map<String, Integer> outcomes = new ConcurrentSkipListMap<>();
    long deadline = System.nanoTime() + LIMIT.toNanos();
    for (int number = 0; number < COUNT && System.nanoTime() - deadline < 0; number++) {
      new Interleaving(directory.resolve("db" + number % 2), first + number, outcomes).run();
    }
    // Without these the interleavings would show little.
    assertTrue(
        outcomes.keySet().containsAll(Set.of("ok", "08003", "55000", "57014")), outcomes::toString);
  }
}
