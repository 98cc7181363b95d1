package io.gabbro.execution;

import java.util.Random;

/** Seeds of random tests: {@code -Dtests.seed} or a new one, to be named in messages. */
public final class TestSeed {
  private TestSeed() {}

  /** The seed of this run. */
  public static long get() {
    String given = System.getProperty("tests.seed", "");
    return given.isEmpty() ? new Random().nextLong() : Long.parseLong(given);
  }
}
