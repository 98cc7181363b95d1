package io.gabbro.parser;

/** The seed of a random test: {@code -Dtests.seed} or a new one. */
final class Seeds {
  private Seeds() {}

  static long next() {
    String given = System.getProperty("tests.seed", "");
    return given.isEmpty() ? System.nanoTime() : Long.parseLong(given);
  }

  /** What reruns a failed test. */
  static String message(long seed, String detail) {
    return "-Dtests.seed=" + seed + ": " + detail;
  }
}
