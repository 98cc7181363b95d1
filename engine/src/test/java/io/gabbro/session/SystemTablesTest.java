package io.gabbro.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.config.DatabaseOptions;
import io.gabbro.config.Option;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.execution.Cancellation;
import io.gabbro.key.KeyCodecs;
import io.gabbro.serializer.raw.RawSerializer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code sys.metrics}, {@code sys.statements} and their kin show. */
final class SystemTablesTest {
  private final SqlTester sql = SqlTester.inMemory();
  private final Session other = sql.database().newSession(DatabaseOptions.defaults());

  @AfterEach
  void close() {
    other.close();
    sql.close();
  }

  private long metric(String name) {
    return Long.parseLong(sql.run("SELECT value FROM sys.metrics WHERE name = ?", name).get(0));
  }

  private static Result execute(Session session, String statement) {
    PreparedPlan plan = session.prepare(statement);
    Parameters parameters = new Parameters(plan.parameterTypes());
    parameters.endRow();
    return plan.execute(parameters, new Cancellation());
  }

  @Test
  void metricsCountStatementsAndRows() {
    sql.run("CREATE TABLE t (a INTEGER PRIMARY KEY)");
    long executed = metric("statements_executed");
    sql.run("INSERT INTO t VALUES (1), (2), (3)");
    sql.run("SELECT a FROM t");
    sql.run("SELECT a FROM t WHERE a = 2");
    sql.run("SELECT a FROM t WHERE a = 7");
    sql.fails(ErrorCode.DIVISION_BY_ZERO, "SELECT 1 / (a - 1) FROM t");
    // The first look at the figures has ended by now, too.
    assertEquals(executed + 6, metric("statements_executed"));
    assertEquals(1, metric("statements_failed"));
    assertEquals(3, metric("rows_written"));
    long returned = metric("rows_returned");
    sql.run("SELECT a FROM t");
    assertEquals(returned + 1 + 3, metric("rows_returned"));
  }

  @Test
  void metricsCountCommitsAndRollbacks() {
    sql.run("CREATE TABLE t (a INTEGER PRIMARY KEY)");
    assertEquals(1, metric("commits"));
    sql.run("BEGIN");
    sql.run("INSERT INTO t VALUES (1)");
    assertEquals(1, metric("open_transactions"));
    assertEquals(1, metric("row_locks"));
    sql.run("ROLLBACK");
    assertEquals(1, metric("commits"));
    assertEquals(1, metric("rollbacks"));
    sql.run("INSERT INTO t VALUES (1)");
    assertEquals(2, metric("commits"));
    assertTrue(metric("committed_bytes") > 0);
    assertEquals(0, metric("row_locks"));
  }

  @Test
  void metricsCountCancelledStatements() {
    Cancellation cancelled = new Cancellation();
    cancelled.cancel();
    PreparedPlan plan = other.prepare("SELECT 1 ORDER BY 1");
    Parameters parameters = new Parameters(List.of());
    parameters.endRow();
    assertThrows(GabbroException.class, () -> SqlTester.rows(plan.execute(parameters, cancelled)));
    assertEquals(1, metric("statements_cancelled"));
    assertEquals(0, metric("statements_failed"));
  }

  @Test
  void metricsShowThePlanCacheAndSessions() {
    assertEquals(2, metric("open_sessions"));
    long hits = metric("plan_cache_hits");
    sql.run("SELECT 41 + 1");
    sql.run("SELECT 41 + 1");
    assertEquals(hits + 2, metric("plan_cache_hits"));
    other.close();
    assertEquals(1, metric("open_sessions"));
  }

  @Test
  void openResultIsAStatementThatWaitsForItsReader() {
    Result.Rows rows = (Result.Rows) execute(other, "SELECT 'open result'");
    String question = "SELECT session_id, sql, state, rows FROM sys.statements WHERE sql LIKE ?";
    assertEquals(
        List.of("2|SELECT 'open result'|waiting for reader|0"),
        sql.run(question, "%'open result'"));
    rows.next();
    assertEquals(
        List.of("2|SELECT 'open result'|waiting for reader|1"),
        sql.run(question, "%'open result'"));
    rows.close();
    assertEquals(List.of(), sql.run(question, "%'open result'"));
  }

  @Test
  void statementSeesItself() {
    String question = "SELECT sql, state FROM sys.statements";
    assertEquals(List.of(question + "|running"), sql.run(question));
  }

  @Test
  void closedSessionLeavesNoStatement() {
    execute(other, "SELECT 'lost result'");
    assertEquals("2", sql.run("SELECT count(*) FROM sys.statements").get(0));
    other.close();
    assertEquals("1", sql.run("SELECT count(*) FROM sys.statements").get(0));
  }

  @Test
  void showsWhoWaitsForWhom() throws InterruptedException {
    sql.run("CREATE TABLE t (a INTEGER PRIMARY KEY, b INTEGER)");
    sql.run("INSERT INTO t VALUES (1, 0)");
    sql.run("BEGIN");
    sql.run("UPDATE t SET b = 1");
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread waiter =
        new Thread(
            () -> {
              try {
                execute(other, "UPDATE t SET b = 2");
              } catch (RuntimeException | Error e) {
                failure.set(e);
              }
            });
    waiter.start();
    String waits =
        "SELECT session_id, wait_table, waits_for FROM sys.transactions WHERE waits_for IS NOT NULL";
    List<String> rows = sql.run(waits);
    for (int attempt = 0; rows.isEmpty() && attempt < 1_000; attempt++) {
      Thread.sleep(5);
      rows = sql.run(waits);
    }
    String holder =
        sql.run("SELECT transaction_id FROM sys.transactions WHERE session_id = 1").get(0);
    assertEquals(List.of("2|t|" + holder), rows);
    assertEquals(
        List.of("UPDATE t SET b = 2"),
        sql.run("SELECT sql FROM sys.statements WHERE state = 'waiting for lock'"));
    assertEquals(
        List.of("read committed|false|1"),
        sql.run(
            "SELECT isolation, read_only, locks FROM sys.transactions"
                + " WHERE session_id = 1 AND bytes > 0"));
    sql.run("COMMIT");
    waiter.join();
    assertEquals(null, failure.get());
    assertEquals(1, metric("lock_waits"));
    assertEquals(0, metric("deadlocks"));
    assertEquals(List.of("1|2"), sql.run("SELECT * FROM t"));
  }

  @Test
  void optionsAreThoseOfTheSession() {
    String question = "SELECT value, default_value, scope FROM sys.options WHERE name = ?";
    assertEquals(List.of("10s|10s|session"), sql.run(question, "lock_timeout"));
    sql.run("SET lock_timeout = '3s'");
    assertEquals(List.of("3s|10s|session"), sql.run(question, "lock_timeout"));
    assertEquals(
        List.of(Integer.toString(Option.values().length)),
        sql.run("SELECT count(*) FROM sys.options"));
  }

  @Test
  void skippedRowsAreCounted() {
    sql.database().table("bad", KeyCodecs.LONG, new RawSerializer()).put(1L, new byte[] {1});
    sql.run("CREATE TABLE bad (id BIGINT PRIMARY KEY, v INTEGER AT 8 LITTLE ENDIAN) USING raw");
    sql.run("SET on_bad_row = skip");
    assertEquals(List.of(), sql.run("SELECT v FROM bad"));
    assertEquals(1, metric("bad_rows_skipped"));
  }

  @Test
  void storeShowsItsFigures(@TempDir Path directory) {
    try (SqlTester store = new SqlTester(directory.toString(), Map.of())) {
      store.run("CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT)");
      store.run("INSERT INTO t VALUES (1, repeat('x', 1000000))");
      List<String> figures =
          store.run(
              "SELECT name FROM sys.metrics WHERE value > 0 AND unit = 'bytes' AND name IN"
                  + " ('memtable_bytes', 'wal_bytes', 'block_cache_capacity', 'committed_bytes')");
      assertEquals(4, figures.size(), figures.toString());
      assertFalse(store.run("SELECT 1 FROM sys.metrics WHERE name = 'write_stalls'").isEmpty());
    }
  }
}
