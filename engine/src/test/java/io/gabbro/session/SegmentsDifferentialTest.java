package io.gabbro.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.execution.TestSeed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random queries give the same with column segments and without, on one snapshot, while others
 * write and groups are made and given up. {@code -Dtests.segments.queries} says how many queries.
 */
final class SegmentsDifferentialTest {
  private static final int QUERIES = Integer.getInteger("tests.segments.queries", 1_500);
  private static final int QUERIES_PER_TABLE = 500;
  private static final int QUERIES_PER_SNAPSHOT = 5;

  @TempDir Path directory;

  @Test
  void rocksDatabase() throws Exception {
    check(location -> directory.resolve("db" + location).toString());
  }

  @Test
  void memoryDatabase() throws Exception {
    check(location -> "mem:segments" + location);
  }

  private interface Locations {
    String of(long seed);
  }

  private static void check(Locations locations) throws Exception {
    long seed = TestSeed.get();
    long fromSegments = 0;
    for (int done = 0; done < QUERIES; done += QUERIES_PER_TABLE) {
      fromSegments += checkTable(seed + done, locations.of(seed + done));
    }
    assertTrue(fromSegments > 0, "no group was ever made, -Dtests.seed=" + seed);
  }

  private static long checkTable(long seed, String location) throws Exception {
    Map<String, String> options =
        Map.of(
            "segment_rows", seed % 2 == 0 ? "16" : "64",
            "durability", "os",
            "transaction_isolation", "repeatable read");
    RandomQueries queries = new RandomQueries(seed);
    AtomicBoolean stop = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (SqlTester reader = new SqlTester(location, options)) {
      reader.run(RandomQueries.CREATE);
      queries.inserts(1_000).forEach(reader::run);
      List<Future<?>> writers = new ArrayList<>();
      for (int writer = 0; writer < 2; writer++) {
        long writerSeed = seed * 31 + writer;
        writers.add(threads.submit(() -> write(reader.database(), writerSeed, stop)));
      }
      try {
        for (int query = 0; query < QUERIES_PER_TABLE; query += QUERIES_PER_SNAPSHOT) {
          compare(reader, queries, "-Dtests.seed=" + seed);
        }
      } finally {
        stop.set(true);
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
      return Long.parseLong(
          reader.run("SELECT value FROM sys.metrics WHERE name = 'segment_groups_built'").get(0));
    } finally {
      threads.shutdownNow();
    }
  }

  /** Runs queries twice in one transaction, which also writes. */
  private static void compare(SqlTester reader, RandomQueries queries, String seed) {
    try {
      reader.run("BEGIN");
      for (int query = 0; query < QUERIES_PER_SNAPSHOT; query++) {
        if (query == QUERIES_PER_SNAPSHOT / 2) {
          reader.run(queries.change());
        }
        String text = queries.query();
        reader.run("SET segments = off");
        List<String> expected = sorted(reader.run(text));
        reader.run("SET segments = on");
        assertEquals(expected, sorted(reader.run(text)), seed + ": " + text);
      }
      reader.run("COMMIT");
    } catch (GabbroException e) {
      reader.run("ROLLBACK");
      if (!isConflict(e)) {
        throw e;
      }
    }
  }

  private static void write(Gabbro database, long seed, AtomicBoolean stop) {
    RandomQueries changes = new RandomQueries(seed);
    Random random = new Random(seed);
    try (SqlTester writer = SqlTester.on(database, Map.of("durability", "os"))) {
      while (!stop.get()) {
        try {
          writer.run(change(random, changes));
        } catch (GabbroException e) {
          if (!isConflict(e)) {
            throw e;
          }
        }
        LockSupport.parkNanos(random.nextInt(2_000_000));
      }
    }
  }

  private static String change(Random random, RandomQueries changes) {
    int id = random.nextInt(3_500) - 100;
    return switch (random.nextInt(20)) {
      case 0 -> changes.change();
      case 1 -> "DELETE FROM r WHERE id BETWEEN " + id + " AND " + (id + random.nextInt(200));
      case 2, 3, 4 -> "DELETE FROM r WHERE id = " + id;
      case 5, 6, 7, 8, 9, 10 ->
          "INSERT INTO r VALUES ("
              + id
              + ", "
              + random.nextInt(9)
              + ", 7, 1.25, 'new', NULL, TRUE)";
      default -> "UPDATE r SET i = i + 1, s = 'changed', n = NULL WHERE id = " + id;
    };
  }

  private static boolean isConflict(GabbroException e) {
    return e.code() == ErrorCode.SERIALIZATION_FAILURE
        || e.code() == ErrorCode.DEADLOCK
        || e.code() == ErrorCode.TRANSACTION_ABORTED
        || e.code() == ErrorCode.UNIQUE_VIOLATION;
  }

  private static List<String> sorted(List<String> lines) {
    List<String> sorted = new ArrayList<>(lines);
    Collections.sort(sorted);
    return sorted;
  }
}
