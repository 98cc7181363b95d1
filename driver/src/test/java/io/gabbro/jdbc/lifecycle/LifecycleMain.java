package io.gabbro.jdbc.lifecycle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** The long tests of opening, closing and forgetting; see {@code dev/lifecycle-test}. */
public final class LifecycleMain {
  private LifecycleMain() {}

  /** Runs {@code interleavings SECONDS [seed]} or {@code soak SECONDS}. */
  public static void main(String[] arguments) throws Exception {
    Path directory = Files.createTempDirectory("gabbro-lifecycle-");
    Duration time = Duration.ofSeconds(Long.parseLong(arguments[1]));
    try {
      if (arguments[0].equals("soak")) {
        System.out.println(new Soak(directory).run(time));
      } else {
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : System.nanoTime();
        interleave(directory, time, seed);
      }
    } finally {
      delete(directory);
    }
  }

  private static void interleave(Path directory, Duration time, long seed) throws Exception {
    System.out.println("first seed " + seed);
    Map<String, Integer> outcomes = new ConcurrentSkipListMap<>();
    long start = System.nanoTime();
    int count = 0;
    while (System.nanoTime() - start < time.toNanos()) {
      new Interleaving(directory.resolve("db" + count % 2), seed + count, outcomes).run();
      count++;
    }
    System.out.println(
        count + " interleavings in " + time.toSeconds() + " s; actions by outcome: " + outcomes);
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
