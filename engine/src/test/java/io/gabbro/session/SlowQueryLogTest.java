package io.gabbro.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The log of slow statements. */
final class SlowQueryLogTest {
  /** Takes far longer than a millisecond. */
  private static final String SLOW =
      "SELECT count(*) FROM t WHERE repeat(b, 200000) LIKE '%a%b%c%d%e' AND b <> ?";

  private final Logger logger = Logger.getLogger("io.gabbro.slow");
  private final List<String> lines = new ArrayList<>();
  private final SqlTester sql = SqlTester.inMemory();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          lines.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    logger.setUseParentHandlers(false);
    logger.addHandler(handler);
    sql.run("CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT)");
    sql.run("INSERT INTO t VALUES (1, 'abcdabcd'), (2, 'abcabcabc'), (3, 'xyz')");
  }

  @AfterEach
  void close() {
    logger.removeHandler(handler);
    logger.setUseParentHandlers(true);
    sql.close();
  }

  @Test
  void nothingIsLoggedByDefault() {
    sql.run(SLOW, "secret");
    assertEquals(List.of(), lines);
  }

  @Test
  void slowStatementIsLoggedWithoutItsParameters() {
    sql.run("SET slow_query_log = '1ms'");
    lines.clear();
    sql.run(SLOW, "secret");
    assertEquals(1, lines.size(), lines.toString());
    String line = lines.get(0);
    assertTrue(
        line.matches("session 1: \\d+\\.\\d{3} ms, 1 rows, succeeded: SELECT count.*"), line);
    assertTrue(line.endsWith(SLOW), line);
    assertFalse(line.contains("secret"), line);
    assertEquals(
        List.of("1"), sql.run("SELECT value FROM sys.metrics WHERE name = 'statements_slow'"));
  }

  @Test
  void fastStatementIsNotLogged() {
    sql.run("SET slow_query_log = '1h'");
    sql.run(SLOW, "x");
    sql.run("SELECT b FROM t WHERE a = 1");
    assertEquals(List.of(), lines);
  }

  @Test
  void failureIsLoggedAndLongTextIsCut() {
    sql.run("SET slow_query_log = '1ms'");
    lines.clear();
    String text =
        "SELECT 1 / (count(*) - 3)\n  FROM t /*"
            + "x".repeat(10_000)
            + "*/"
            + " WHERE repeat(b, 2000) NOT LIKE '%a%b%c%d%e'";
    sql.fails(ErrorCode.DIVISION_BY_ZERO, text);
    assertEquals(1, lines.size(), lines.toString());
    String line = lines.get(0);
    assertTrue(line.contains("failed: SELECT 1 / (count(*) - 3) FROM t /*xxx"), line);
    assertTrue(line.length() < 4_200, line);
    assertTrue(line.endsWith("…"), line);
  }

  @Test
  void timeOfTheReaderDoesNotCount() throws InterruptedException {
    sql.run("SET slow_query_log = '200ms'");
    PreparedPlan plan = sql.session().prepare("SELECT a FROM t");
    Parameters none = new Parameters(List.of());
    none.endRow();
    try (Result.Rows rows =
        (Result.Rows) plan.execute(none, new io.gabbro.execution.Cancellation())) {
      rows.next();
      Thread.sleep(300);
    }
    assertEquals(List.of(), lines);
  }
}
