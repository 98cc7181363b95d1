package io.gabbro.crash;

import java.nio.file.Files;
import java.nio.file.Path;

/** The long version of {@link MutationTest}: {@code main(minutes, [seed, [first]])}. */
public final class MutationMain {
  private MutationMain() {}

  /** Ends with status 1 after failures, and leaves the files. */
  public static void main(String[] arguments) throws Exception {
    double minutes = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 5;
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
    int first = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 0;
    Path directory = Files.createTempDirectory("mutate-files");
    System.out.println("seed " + seed);
    try {
      MutationTester tester = new MutationTester(directory);
      System.out.println(tester.run(Integer.MAX_VALUE, (long) (minutes * 60), seed, first));
    } catch (AssertionError e) {
      System.out.println(e.getMessage() + "\nfiles: " + directory);
      System.exit(1);
    }
    Directories.delete(directory);
  }
}
