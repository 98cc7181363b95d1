package io.gabbro.crash;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The long version of {@link CrashTest}: {@code main(minutes, [seed])}. */
public final class CrashMain {
  private static final int ROUNDS_PER_LINE = 20;
  private static final int WORKING_MILLIS = 5000;

  private CrashMain() {}

  /** Ends with status 1 at the first failure, and leaves the files. */
  public static void main(String[] arguments) throws Exception {
    double minutes = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 5;
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
    Path directory = Files.createTempDirectory("crash-test");
    System.out.println("seed " + seed);
    CrashTester tester = new CrashTester(directory, seed, WORKING_MILLIS);
    long end = System.nanoTime() + (long) (minutes * TimeUnit.MINUTES.toNanos(1));
    try {
      for (int round = 1; System.nanoTime() < end; round++) {
        tester.round();
        if (round % ROUNDS_PER_LINE == 0) {
          System.out.println(tester);
        }
      }
    } catch (AssertionError | Exception e) {
      e.printStackTrace();
      System.out.println("1 failure after " + tester + "; seed " + seed + ", files: " + directory);
      System.exit(1);
    }
    Directories.delete(directory);
    System.out.println(tester + ", 0 failures");
  }
}
