package io.gabbro.type;

import java.util.Random;

/** Random numbers for tests, from {@code -Dtests.seed} or a fresh seed that is logged. */
public final class SeededRandom {
  private SeededRandom() {}

  /** A source of random numbers. */
  public static Random create() {
    String property = System.getProperty("tests.seed", "");
    long seed = property.isEmpty() ? System.nanoTime() : Long.parseLong(property);
    System.getLogger("tests").log(System.Logger.Level.INFO, "-Dtests.seed=" + seed);
    return new Random(seed);
  }
}
