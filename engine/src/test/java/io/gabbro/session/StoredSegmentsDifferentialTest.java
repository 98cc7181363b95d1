package io.gabbro.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.error.GabbroException;
import io.gabbro.execution.TestSeed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random changes and queries, while a database is closed and opened, and copies of its files are:
 * queries give the same with stored column segments and without. {@code -Dtests.segments.openings}
 * says how many openings.
 */
final class StoredSegmentsDifferentialTest {
  private static final int OPENINGS = Integer.getInteger("tests.segments.openings", 40);
  private static final Map<String, String> OPTIONS =
      Map.of("segment_rows", "16", "durability", "os");

  @TempDir Path directory;
  private final long seed = TestSeed.get();
  private final Random random = new Random(seed);
  private final RandomQueries queries = new RandomQueries(seed);
  private long loaded;

  @Test
  void reopenedDatabaseGivesTheSame() throws IOException {
    try (SqlTester tester = open(database())) {
      tester.run(RandomQueries.CREATE);
      queries.inserts(1_000).forEach(tester::run);
    }
    for (int opening = 0; opening < OPENINGS; opening++) {
      try (SqlTester tester = open(database())) {
        work(tester);
        if (random.nextInt(3) == 0) {
          Path copy = copy(opening);
          try (SqlTester opened = open(copy)) {
            compare(opened);
            work(opened);
            loaded += loaded(opened);
          }
        }
        loaded += loaded(tester);
      }
    }
    assertTrue(loaded > 0, "no group was ever loaded, -Dtests.seed=" + seed);
  }

  private Path database() {
    return directory.resolve("db");
  }

  private static SqlTester open(Path at) {
    return new SqlTester(at.toString(), OPTIONS);
  }

  private static long loaded(SqlTester tester) {
    return Long.parseLong(
        tester.run("SELECT value FROM sys.metrics WHERE name = 'segment_groups_loaded'").get(0));
  }

  private void work(SqlTester tester) {
    for (int step = random.nextInt(12); step > 0; step--) {
      switch (random.nextInt(6)) {
        case 0 -> run(tester, queries.change());
        case 1 -> run(tester, "UPDATE r SET i = i + 1, s = 'changed' WHERE id = " + id());
        case 2 -> run(tester, "INSERT INTO r VALUES (" + id() + ", 3, 7, 1.25, 'new', NULL, TRUE)");
        case 3 -> LockSupport.parkNanos(random.nextInt(10_000_000));
        default -> compare(tester);
      }
    }
    if (random.nextInt(8) == 0) {
      tester.run("ALTER TABLE r RENAME COLUMN j TO k");
      run(tester, "UPDATE r SET k = k + 1 WHERE id > " + id());
      tester.run("ALTER TABLE r RENAME COLUMN k TO j");
    } else if (random.nextInt(12) == 0) {
      tester.run("DELETE FROM r");
      for (String insert : queries.inserts(300)) {
        run(tester, insert);
      }
    }
  }

  private int id() {
    return random.nextInt(3_100) - 50;
  }

  private static void run(SqlTester tester, String change) {
    try {
      tester.run(change);
    } catch (GabbroException e) {
      assertEquals(io.gabbro.error.ErrorCode.UNIQUE_VIOLATION, e.code(), change);
    }
  }

  private void compare(SqlTester tester) {
    String text = queries.query();
    List<String> fromSegments = sorted(tester.run(text));
    tester.run("SET segments = off");
    assertEquals(sorted(tester.run(text)), fromSegments, "-Dtests.seed=" + seed + ": " + text);
    tester.run("SET segments = on");
  }

  private static List<String> sorted(List<String> lines) {
    List<String> sorted = new ArrayList<>(lines);
    Collections.sort(sorted);
    return sorted;
  }

  /**
   * A copy of the files, as a crash leaves them. When the background has written to them meanwhile
   * that is as good: nothing but segments comes from there.
   */
  private Path copy(int number) throws IOException {
    Path target = Files.createDirectory(directory.resolve("copy" + number));
    try (Stream<Path> files = Files.list(database())) {
      for (Path file : files.toList()) {
        if (Files.isRegularFile(file) && !file.getFileName().toString().equals("gabbro.lock")) {
          Files.copy(file, target.resolve(file.getFileName()));
        }
      }
    }
    return target;
  }
}
