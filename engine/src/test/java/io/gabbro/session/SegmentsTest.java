package io.gabbro.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How column segments come, are used, and go. */
@Timeout(120)
final class SegmentsTest {
  private static final int GROUP_ROWS = 64;
  private static final int ROWS = 1_000;

  @TempDir Path directory;
  private SqlTester sql;

  @BeforeEach
  void open() {
    sql =
        new SqlTester(
            directory.resolve("db").toString(),
            Map.of("segment_rows", "" + GROUP_ROWS, "durability", "os"));
    sql.run("CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER, m INTEGER)");
    for (int id = 0; id < ROWS; id++) {
      sql.run("INSERT INTO t VALUES (?, ?, ?)", id, id % 10, id / 10);
    }
  }

  @AfterEach
  void close() {
    sql.close();
  }

  private long metric(String name) {
    return Long.parseLong(
        sql.run("SELECT value FROM sys.metrics WHERE name = '" + name + "'").get(0));
  }

  /** Scans until all rows but a group's come from segments. */
  private void buildSegments() throws InterruptedException {
    while (rowsFromSegments("SELECT sum(n) FROM t") < ROWS - GROUP_ROWS) {
      Thread.sleep(5);
    }
  }

  private long rowsFromSegments(String query) {
    String plan = String.join("\n", sql.run("EXPLAIN ANALYZE " + query));
    int at = plan.indexOf("rows from segments=");
    return at < 0
        ? 0
        : Long.parseLong(plan.substring(at).replaceAll("(?s)rows from segments=(\\d+).*", "$1"));
  }

  @Test
  void scansMakeThemAndReadThem() throws InterruptedException {
    buildSegments();
    assertEquals(List.of("4500"), sql.run("SELECT sum(n) FROM t"));
    assertEquals(
        List.of("t|id", "t|m", "t|n"),
        sql.run("SELECT table_name, column_name FROM sys.segments ORDER BY column_name").stream()
            .map(row -> row.replaceFirst("^[a-z]+\\.", ""))
            .toList());
    assertTrue(metric("segment_bytes") > 0);
  }

  @Test
  void boundsSkipGroups() throws InterruptedException {
    buildSegments();
    String plan = String.join("\n", sql.run("EXPLAIN ANALYZE SELECT count(*) FROM t WHERE m = 77"));
    assertTrue(plan.contains("groups skipped="), plan);
    assertEquals(List.of("10"), sql.run("SELECT count(*) FROM t WHERE m = 77"));
  }

  @Test
  void changesAreSeenAtOnce() throws InterruptedException {
    buildSegments();
    sql.run("UPDATE t SET n = 1000 WHERE id = 500");
    sql.run("DELETE FROM t WHERE id = 3");
    sql.run("INSERT INTO t VALUES (-1, 7, 0), (5000, 8, 0)");
    assertEquals(List.of("5512|1001"), sql.run("SELECT sum(n), count(*) FROM t"));
    assertTrue(rowsFromSegments("SELECT sum(n) FROM t") > ROWS / 2);
  }

  @Test
  void aTransactionSeesItsOwnChangesAndOthersDoNot() throws InterruptedException {
    buildSegments();
    sql.run("BEGIN");
    sql.run("UPDATE t SET n = n + 1 WHERE id < 20");
    sql.run("DELETE FROM t WHERE id = 999");
    assertEquals(List.of("4511|999"), sql.run("SELECT sum(n), count(*) FROM t"));
    try (SqlTester other = SqlTester.on(sql.database(), Map.of())) {
      assertEquals(List.of("4500|1000"), other.run("SELECT sum(n), count(*) FROM t"));
    }
    sql.run("ROLLBACK");
    assertEquals(List.of("4500|1000"), sql.run("SELECT sum(n), count(*) FROM t"));
  }

  @Test
  void anOldSnapshotStaysWhatItIs() throws InterruptedException {
    try (SqlTester old =
        SqlTester.on(sql.database(), Map.of("transaction_isolation", "repeatable read"))) {
      old.run("BEGIN");
      assertEquals(List.of("4500"), old.run("SELECT sum(n) FROM t"));
      sql.run("UPDATE t SET n = 0");
      while (rowsFromSegments("SELECT sum(n) FROM t") < ROWS - GROUP_ROWS) {
        Thread.sleep(5);
      }
      assertEquals(List.of("0"), sql.run("SELECT sum(n) FROM t"));
      assertEquals(List.of("4500"), old.run("SELECT sum(n) FROM t"));
      old.run("COMMIT");
      assertEquals(List.of("0"), old.run("SELECT sum(n) FROM t"));
    }
  }

  @Test
  void truncateAndChangesOfTheTableGiveThemUp() throws InterruptedException {
    buildSegments();
    sql.run("ALTER TABLE t ADD COLUMN x INTEGER DEFAULT 5");
    assertEquals(List.of("5000"), sql.run("SELECT sum(x) FROM t"));
    buildSegments();
    sql.run("TRUNCATE TABLE t");
    assertEquals(List.of("0"), sql.run("SELECT count(*) FROM t"));
    sql.run("INSERT INTO t VALUES (1, 2, 3)");
    assertEquals(List.of("2"), sql.run("SELECT sum(n) FROM t"));
    sql.run("DROP TABLE t");
    assertEquals(List.of(), sql.run("SELECT * FROM sys.segments"));
  }

  @Test
  void rowsReadByTheirKeysMakeNone() throws InterruptedException {
    for (int id = 0; id < 2 * ROWS; id++) {
      sql.run("UPDATE t SET n = n + 1 WHERE id = ?", id % ROWS);
    }
    Thread.sleep(300);
    assertEquals(0, metric("segment_groups_built"));
  }

  @Test
  void aSessionCanDoWithoutThem() throws InterruptedException {
    buildSegments();
    sql.run("SET segments = off");
    assertEquals(0, rowsFromSegments("SELECT sum(n) FROM t"));
    sql.run("SET segments = on");
    assertTrue(rowsFromSegments("SELECT sum(n) FROM t") > 0);
  }

  @Test
  void rowsComeInTheOrderOfKeysWhereThePlanSaysSo() throws InterruptedException {
    buildSegments();
    sql.run("UPDATE t SET n = 77 WHERE id = 100");
    List<String> expected =
        java.util.stream.IntStream.range(90, 300).mapToObj(Integer::toString).toList();
    String query = "SELECT id FROM t WHERE id >= 90 AND id < 300 ORDER BY id";
    assertEquals(expected, sql.run(query));
    assertTrue(rowsFromSegments(query) > 0);
  }
}
