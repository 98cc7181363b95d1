package io.gabbro.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.config.DatabaseOptions;
import io.gabbro.error.ErrorCode;
import io.gabbro.transaction.SchemaGate;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Statements beside a change of tables, or a start of a statement, that takes long. */
@Timeout(60)
final class SlowSchemaChangesTest {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch inside = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);

  @AfterEach
  void close() {
    release.countDown();
    threads.shutdownNow();
  }

  private static SchemaGate gate(SqlTester sql) {
    return ((DatabaseHandle) sql.database()).shared().transactions().schema();
  }

  private Boolean stayInside() {
    inside.countDown();
    try {
      return release.await(50, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Future<Boolean> stall(Supplier<Boolean> work) throws InterruptedException {
    Future<Boolean> stalled = threads.submit(work::get);
    assertTrue(inside.await(10, TimeUnit.SECONDS));
    return stalled;
  }

  @Test
  void timeoutEndsTheWaitForAChangeOfTables() throws Exception {
    try (SqlTester sql = new SqlTester("mem:gate", Map.of("statement_timeout", "100ms"))) {
      sql.run("CREATE TABLE t (id INTEGER PRIMARY KEY)");
      sql.run("BEGIN");
      sql.run("INSERT INTO t VALUES (1)");
      Future<Boolean> stalled = stall(() -> gate(sql).runAlone(() -> {}, this::stayInside));
      sql.fails(ErrorCode.QUERY_CANCELED, "SELECT * FROM t");
      sql.fails(ErrorCode.QUERY_CANCELED, "SELECT * FROM t WHERE id = 1");
      sql.fails(ErrorCode.QUERY_CANCELED, "COMMIT");
      sql.fails(ErrorCode.QUERY_CANCELED, "INSERT INTO t VALUES (2)");
      release.countDown();
      assertTrue(stalled.get(10, TimeUnit.SECONDS));
      sql.check("SELECT * FROM t");
    }
  }

  /** Beside the database of that directory, which would be shared if it were opened by name. */
  private static SqlTester secondary(Path directory) {
    DatabaseOptions options = DatabaseOptions.of(Map.of("mode", "secondary"));
    SharedDatabase shared = SharedDatabase.inDirectory(directory, options);
    return new SqlTester(
        new DatabaseHandle("secondary", options, shared, SharedDatabase::close), options);
  }

  @Test
  void secondaryCatchesUpWhileNoStatementStarts(@TempDir Path directory) throws Exception {
    try (SqlTester writer = new SqlTester(directory.toString(), Map.of())) {
      writer.run("CREATE TABLE t (id INTEGER PRIMARY KEY)");
      writer.run("INSERT INTO t VALUES (1)");
      try (SqlTester reader = secondary(directory)) {
        reader.check("SELECT * FROM t", "1");
        writer.run("ALTER TABLE t ADD COLUMN c INTEGER DEFAULT 5");
        writer.run("INSERT INTO t VALUES (2, 6)");
        Future<Boolean> starting = stall(() -> gate(reader).runStart(() -> {}, this::stayInside));
        long version = reader.session().catalog().version();
        Future<List<String>> waiting =
            threads.submit(() -> reader.run("SELECT * FROM t ORDER BY id"));
        Thread.sleep(300);
        assertFalse(waiting.isDone());
        assertEquals(version, reader.session().catalog().version());
        release.countDown();
        assertTrue(starting.get(10, TimeUnit.SECONDS));
        assertEquals(List.of("1|5", "2|6"), waiting.get(10, TimeUnit.SECONDS));
      }
    }
  }
}
