package io.gabbro.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.config.DatabaseOptions;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Direction;
import io.gabbro.storage.Durability;
import io.gabbro.storage.KeyRange;
import io.gabbro.storage.RowBlock;
import io.gabbro.storage.RowCursor;
import io.gabbro.storage.WriteBatch;
import io.gabbro.storage.rocksdb.RocksDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Column segments outlive the process, and are used only where they are true of the rows. */
final class StoredSegmentsTest {
  private static final int ROWS = 1_000;
  private static final int GROUPS = 10;
  private static final String SUMS = "SELECT COUNT(*), SUM(n), MIN(s), MAX(s) FROM t";

  @TempDir Path directory;

  private SqlTester open(Path at) {
    return open(at, Map.of());
  }

  private static SqlTester open(Path at, Map<String, String> more) {
    Map<String, String> options =
        new java.util.HashMap<>(Map.of("segment_rows", "100", "durability", "os"));
    options.putAll(more);
    return new SqlTester(at.toString(), options);
  }

  private Path database() {
    return directory.resolve("db");
  }

  private static long metric(SqlTester tester, String name) {
    return Long.parseLong(
        tester.run("SELECT value FROM sys.metrics WHERE name = '" + name + "'").get(0));
  }

  /** Makes a table of ten groups and waits until all of them are stored. */
  private SqlTester filled() {
    SqlTester tester = open(database());
    tester.run("CREATE TABLE t (id BIGINT PRIMARY KEY, n INTEGER, s TEXT)");
    StringBuilder rows = new StringBuilder();
    for (int id = 0; id < ROWS; id++) {
      rows.append(id == 0 ? "" : ", ").append("(" + id + ", " + id % 7 + ", 'text " + id + "')");
    }
    tester.run("INSERT INTO t VALUES " + rows);
    awaitGroups(tester);
    return tester;
  }

  private static void awaitGroups(SqlTester tester) {
    for (int attempt = 0; metric(tester, "segment_groups_stored") < GROUPS; attempt++) {
      assertTrue(attempt < 2_000, "no groups are stored");
      tester.run(SUMS);
      LockSupport.parkNanos(5_000_000);
    }
  }

  private Path copy(String name) throws IOException {
    Path target = Files.createDirectory(directory.resolve(name));
    try (Stream<Path> files = Files.list(database())) {
      for (Path file : files.toList()) {
        if (Files.isRegularFile(file) && !file.getFileName().toString().equals("gabbro.lock")) {
          Files.copy(file, target.resolve(file.getFileName()));
        }
      }
    }
    return target;
  }

  /** Opens a directory and compares what is read with segments and without. */
  private void checkLoaded(Path at, int groups) {
    checkLoaded(at, groups, Map.of());
  }

  private static void checkLoaded(Path at, int groups, Map<String, String> options) {
    try (SqlTester tester = open(at, options)) {
      tester.run("SET segments = off");
      List<String> expected = tester.run(SUMS);
      tester.run("SET segments = on");
      assertEquals(expected, tester.run(SUMS));
      assertEquals(groups, metric(tester, "segment_groups_loaded"));
      assertTrue(groups == 0 || metric(tester, "segment_bytes") > 0);
    }
  }

  @Test
  void reopenedDatabaseReadsStoredSegments() {
    filled().close();
    checkLoaded(database(), GROUPS);
    // Opened without a scan or a write, and closed: they are still there.
    open(database()).close();
    checkLoaded(database(), GROUPS);
    try (SqlTester tester = open(database())) {
      tester.run(SUMS);
      tester.run(SUMS);
      assertEquals(0, metric(tester, "segment_groups_built"));
    }
  }

  @Test
  void readOnlyDatabaseReadsStoredSegments() {
    filled().close();
    checkLoaded(database(), GROUPS, Map.of("mode", "readonly"));
    checkLoaded(database(), 0, Map.of("mode", "secondary"));
  }

  @Test
  void writtenGroupsAreNotReadAfterCrash() throws IOException {
    try (SqlTester tester = filled()) {
      checkLoaded(copy("clean"), GROUPS);
      tester.run("UPDATE t SET n = 100 WHERE id = 250");
      tester.run("DELETE FROM t WHERE id = 555");
      checkLoaded(copy("two"), GROUPS - 2);
      tester.run("BEGIN");
      tester.run("UPDATE t SET n = 100 WHERE id = 750");
      tester.run("ROLLBACK");
      checkLoaded(copy("rolledback"), GROUPS - 2);
      tester.run("TRUNCATE TABLE t");
      checkLoaded(copy("truncated"), 0);
    }
  }

  @Test
  void firstWriteAfterOpenMarksItsGroup() throws IOException {
    filled().close();
    try (SqlTester tester = open(database())) {
      tester.run("UPDATE t SET n = 100 WHERE id = 250");
      checkLoaded(copy("written"), GROUPS - 1);
      assertEquals(GROUPS, metric(tester, "segment_groups_loaded"));
    }
    checkLoaded(database(), GROUPS - 1);
  }

  @Test
  void changedTablesHaveNoSegments() throws IOException {
    try (SqlTester tester = filled()) {
      tester.run("ALTER TABLE t RENAME COLUMN n TO m");
      tester.run("UPDATE t SET m = 1 WHERE id = 1");
      tester.run("ALTER TABLE t RENAME COLUMN m TO n");
      checkLoaded(copy("renamed"), 0);
    }
    checkLoaded(database(), 0);
  }

  @Test
  void droppedTablesHaveNoSegments() {
    try (SqlTester tester = filled()) {
      tester.run("DROP TABLE t");
      tester.run("CREATE TABLE t (id BIGINT PRIMARY KEY, n INTEGER, s TEXT)");
    }
    checkLoaded(database(), 0);
    assertEquals(1, entries(value -> value));
  }

  @Test
  void anotherWriterMakesThemUseless() {
    filled().close();
    RocksDatabase.open(database(), DatabaseOptions.of(Map.of())).close();
    checkLoaded(database(), 0, Map.of("mode", "readonly"));
    checkLoaded(database(), 0);
  }

  @Test
  void damagedEntriesAreDropped() {
    filled().close();
    for (int position : new int[] {0, 1, 20, -1, -5}) {
      assertTrue(
          entries(
                  value -> {
                    if (value.length == 0) {
                      return value;
                    }
                    byte[] damaged = value.clone();
                    damaged[Math.floorMod(position, damaged.length)] ^= 0x10;
                    return damaged;
                  })
              > 0);
      try (SqlTester tester = open(database())) {
        tester.run("UPDATE t SET n = n + 1 WHERE id = 3");
        tester.run("SET segments = off");
        List<String> expected = tester.run(SUMS);
        tester.run("SET segments = on");
        assertEquals(expected, tester.run(SUMS));
        assertEquals(0, metric(tester, "segment_groups_loaded"));
        awaitGroups(tester);
      }
    }
    assertTrue(entries(value -> new byte[0]) > 0);
    checkLoaded(database(), 0);
  }

  @Test
  void damagedColumnsAreDropped() {
    filled().close();
    assertEquals(
        30 + 10 + 10 + 1,
        entries(value -> value.length < 200 ? value : java.util.Arrays.copyOf(value, 150)));
    try (SqlTester tester = open(database())) {
      List<String> sums = tester.run(SUMS);
      assertTrue(metric(tester, "segment_groups_loaded") > 0);
      tester.run("SET segments = off");
      assertEquals(sums, tester.run(SUMS));
    }
  }

  @Test
  void checkKnowsTheColumnFamily() {
    try (SqlTester tester = filled()) {
      assertTrue(
          tester.run("CHECK DATABASE").stream().noneMatch(line -> line.contains("gabbro.columns")));
    }
  }

  /** Replaces the values of all entries as if Gabbro had done so, and counts the entries. */
  private int entries(UnaryOperator<byte[]> change) {
    int count = 0;
    try (RocksDatabase store = RocksDatabase.open(database(), DatabaseOptions.of(Map.of()))) {
      ColumnFamily family = store.columnFamily("gabbro.columns").orElseThrow();
      WriteBatch batch = new WriteBatch();
      RowBlock block = new RowBlock(1, true, true);
      try (RowCursor cursor = store.cursor(family, null, KeyRange.all(), Direction.FORWARD)) {
        while (cursor.fill(block, 1) > 0) {
          batch.put(family, block.key(0), change.apply(block.value(0)));
          count++;
        }
      }
      String opening = store.openings().orElseThrow().latest();
      batch.put(family, new byte[] {'o'}, opening.getBytes(StandardCharsets.UTF_8));
      store.write(batch, Durability.OS);
    }
    return count;
  }
}
