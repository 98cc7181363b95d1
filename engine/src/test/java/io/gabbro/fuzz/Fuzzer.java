package io.gabbro.fuzz;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What Jazzer calls: the target that the system property {@code fuzz.target} names. */
public final class Fuzzer {
  private static FuzzTarget target;

  private Fuzzer() {}

  /** Called once, before the first input. */
  public static void fuzzerInitialize() {
    target = FuzzTargets.named(System.getProperty("fuzz.target"));
  }

  /** Called with each input. */
  public static void fuzzerTestOneInput(byte[] input) throws Exception {
    target.accept(input);
  }

  /** Writes the seeds of a target, the first argument, to a directory, the second. */
  public static void main(String[] arguments) throws Exception {
    List<byte[]> seeds = FuzzTargets.named(arguments[0]).seeds();
    Path directory = Files.createDirectories(Path.of(arguments[1]));
    for (int index = 0; index < seeds.size(); index++) {
      Files.write(directory.resolve("seed-" + index), seeds.get(index));
    }
  }
}
