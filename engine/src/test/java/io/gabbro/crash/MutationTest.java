package io.gabbro.crash;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The short version of {@code dev/mutate-files}. */
class MutationTest {
  @TempDir Path directory;

  @Test
  @Timeout(180)
  void tellsDamageOrReadsWhatWasWritten() throws Exception {
    String given = System.getProperty("tests.seed", "");
    long seed = given.isEmpty() ? System.nanoTime() : Long.parseLong(given);
    String outcomes = new MutationTester(directory).run(300, 10, seed, 0);
    assertTrue(outcomes.contains("told at the open, DATABASE_CORRUPTED"), outcomes);
  }
}
