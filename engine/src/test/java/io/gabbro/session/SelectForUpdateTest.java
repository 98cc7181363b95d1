package io.gabbro.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.gabbro.error.ErrorCode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SelectForUpdateTest {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private SqlTester one;
  private SqlTester two;

  @BeforeEach
  void open() {
    one = new SqlTester("mem:for-update", Map.of());
    two = new SqlTester("mem:for-update", Map.of("lock_timeout", "20s"));
    one.run("CREATE TABLE job (id INTEGER PRIMARY KEY, priority INTEGER, state TEXT)");
    one.run("INSERT INTO job VALUES (1, 5, 'new'), (2, 7, 'new'), (3, 7, 'new'), (4, 1, 'old')");
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
    two.close();
    one.close();
  }

  @Test
  void locksTheRowsThatItYieldsAndNoOthers() throws Exception {
    one.run("BEGIN");
    one.check("SELECT id, upper(state) FROM job WHERE id < 3 FOR UPDATE", "1|NEW", "2|NEW");
    two.check("UPDATE job SET state = 'x' WHERE id = 3", "[1]");
    two.check("SELECT state FROM job WHERE id = 1", "new");
    Future<List<String>> waiting =
        threads.submit(() -> two.run("UPDATE job SET state = 'y' WHERE id = 1"));
    Thread.sleep(60);
    assertFalse(waiting.isDone());
    one.run("UPDATE job SET state = 'z' WHERE id = 1");
    one.run("COMMIT");
    assertEquals(List.of("[1]"), waiting.get(10, TimeUnit.SECONDS));
    one.check("SELECT state FROM job WHERE id = 1", "y");
  }

  @Test
  void looksAgainAtRowsThatChangedWhileItWaited() throws Exception {
    one.run("BEGIN");
    one.run("UPDATE job SET state = 'old' WHERE id = 1");
    one.run("UPDATE job SET priority = 9 WHERE id = 2");
    one.run("DELETE FROM job WHERE id = 3");
    two.run("BEGIN");
    Future<List<String>> waiting =
        threads.submit(
            () -> two.run("SELECT id, priority FROM job WHERE state = 'new' FOR UPDATE"));
    Thread.sleep(60);
    assertFalse(waiting.isDone());
    one.run("COMMIT");
    assertEquals(List.of("2|9"), waiting.get(10, TimeUnit.SECONDS));
    two.run("COMMIT");
  }

  @Test
  void skipLockedWithOrderAndLimitMakesAQueue() {
    String next =
        "SELECT id FROM job WHERE state = 'new' ORDER BY priority DESC, id LIMIT 1"
            + " FOR UPDATE SKIP LOCKED";
    one.run("BEGIN");
    two.run("BEGIN");
    one.check(next, "2");
    two.check(next, "3");
    one.check(next, "2");
    one.check(
        "SELECT id FROM job WHERE state = 'new' ORDER BY id FOR UPDATE SKIP LOCKED", "1", "2");
    two.check("SELECT id FROM job WHERE state = 'new' ORDER BY id FOR UPDATE SKIP LOCKED", "3");
    one.run("COMMIT");
    two.check(
        "SELECT id FROM job ORDER BY id LIMIT 2 OFFSET 1 FOR SHARE OF job SKIP LOCKED", "2", "3");
    two.run("COMMIT");
  }

  @Test
  void noWaitFailsAtOnceAndLeavesTheTransactionUsable() {
    one.run("BEGIN");
    one.run("UPDATE job SET state = 'x' WHERE id = 2");
    two.run("BEGIN");
    two.fails(ErrorCode.LOCK_NOT_AVAILABLE, "SELECT * FROM job FOR UPDATE NOWAIT");
    two.check("SELECT id FROM job WHERE id = 1 FOR UPDATE NOWAIT", "1");
    two.run("COMMIT");
    one.run("COMMIT");
  }

  @Test
  void snapshotRefusesRowsThatOthersHaveChanged() {
    one.run("BEGIN ISOLATION LEVEL REPEATABLE READ");
    one.check("SELECT count(*) FROM job", "4");
    two.run("UPDATE job SET state = 'x' WHERE id = 2");
    one.fails(ErrorCode.SERIALIZATION_FAILURE, "SELECT * FROM job WHERE id = 2 FOR UPDATE");
    one.check("SELECT id FROM job WHERE id = 1 FOR UPDATE", "1");
    one.run("COMMIT");
  }

  @Test
  void lockingWithoutChangeProtectsTheRowFromWriteSkew() throws Exception {
    one.run("BEGIN");
    two.run("BEGIN");
    one.check("SELECT priority FROM job WHERE id IN (1, 2) FOR UPDATE", "5", "7");
    Future<List<String>> waiting =
        threads.submit(() -> two.run("SELECT priority FROM job WHERE id IN (1, 2) FOR UPDATE"));
    one.run("UPDATE job SET priority = 0 WHERE id = 1");
    one.run("COMMIT");
    List<String> seen = waiting.get(10, TimeUnit.SECONDS);
    assertEquals(
        List.of("7", "0"), seen.stream().sorted(java.util.Comparator.reverseOrder()).toList());
    two.run("COMMIT");
  }

  @Test
  void refusesWhatHasNoRowsOfOneTable() {
    for (String query :
        List.of(
            "VALUES (1) FOR UPDATE",
            "SELECT 1 FOR UPDATE",
            "SELECT DISTINCT id FROM job FOR UPDATE",
            "SELECT id FROM job GROUP BY id FOR UPDATE",
            "SELECT id FROM (SELECT id FROM job) j FOR UPDATE")) {
      one.fails(ErrorCode.UNSUPPORTED, query);
    }
    one.fails(ErrorCode.AGGREGATE_NOT_ALLOWED, "SELECT count(*) FROM job FOR UPDATE");
    one.fails(ErrorCode.MISSING_FROM_ENTRY, "SELECT id FROM job j FOR UPDATE OF job");
    one.run("BEGIN READ ONLY");
    one.fails(ErrorCode.READ_ONLY, "SELECT id FROM job FOR UPDATE");
    one.run("ROLLBACK");
  }

  @Test
  void explainShowsWhatIsLocked() {
    one.check(
        "EXPLAIN SELECT id FROM job WHERE id > 1 ORDER BY id LIMIT 2 FOR UPDATE SKIP LOCKED",
        "Lock rows of job",
        "  locked rows: skip",
        "  limit: 2",
        "  returning: id",
        "  TableScan job (estimated rows=3)",
        "    columns: id, priority, state, _key, _value",
        "    keys: id > 1",
        "    order: forward");
  }
}
