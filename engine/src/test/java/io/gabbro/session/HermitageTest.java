package io.gabbro.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The catalogue of anomalies of the Hermitage project (github.com/ept/hermitage), for each level
 * and both stores: which a level prevents, and by what. docs/transactions.md has the verdicts.
 */
final class HermitageTest {
  private static final String CASES =
      """
      memory,   read committed
      memory,   repeatable read
      memory,   serializable
      directory, read committed
      directory, repeatable read
      directory, serializable
      """;

  @TempDir Path directory;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private String level;
  private SqlTester one;
  private SqlTester two;
  private SqlTester three;

  private void begin(String store, String isolation) {
    level = isolation;
    String location = store.equals("memory") ? "mem:hermitage" : directory.toString();
    Map<String, String> options = Map.of("durability", "os", "lock_timeout", "20s");
    one = new SqlTester(location, options);
    two = new SqlTester(location, options);
    three = new SqlTester(location, options);
    one.run("CREATE TABLE test (id INTEGER PRIMARY KEY, value INTEGER NOT NULL)");
    one.run("INSERT INTO test VALUES (1, 10), (2, 20)");
    for (SqlTester session : List.of(one, two, three)) {
      session.run("BEGIN ISOLATION LEVEL " + isolation);
    }
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
    three.close();
    two.close();
    one.close();
  }

  private boolean isReadCommitted() {
    return level.equals("read committed");
  }

  private boolean isSerializable() {
    return level.equals("serializable");
  }

  private Future<List<String>> waiting(SqlTester session, String sql) throws Exception {
    Future<List<String>> future = threads.submit(() -> session.run(sql));
    Thread.sleep(60);
    assertFalse(future.isDone(), sql);
    return future;
  }

  private static void refused(Future<?> future) throws Exception {
    ExecutionException error =
        assertThrows(ExecutionException.class, () -> future.get(10, TimeUnit.SECONDS));
    assertEquals(ErrorCode.SERIALIZATION_FAILURE, ((GabbroException) error.getCause()).code());
  }

  private void committedAre(String... rows) {
    try (SqlTester after = new SqlTester(one.database().location(), Map.of())) {
      after.check("SELECT id, value FROM test ORDER BY id", rows);
    }
  }

  @ParameterizedTest
  @CsvSource(textBlock = CASES)
  void dirtyWriteIsPrevented(String store, String isolation) throws Exception {
    begin(store, isolation);
    one.run("UPDATE test SET value = 11 WHERE id = 1");
    two.check("SELECT value FROM test WHERE id = 1", "10");
    Future<List<String>> second = waiting(two, "UPDATE test SET value = 12 WHERE id = 1");
    one.run("UPDATE test SET value = 21 WHERE id = 2");
    one.run("COMMIT");
    if (isReadCommitted()) {
      second.get(10, TimeUnit.SECONDS);
      two.run("UPDATE test SET value = 22 WHERE id = 2");
      two.run("COMMIT");
      committedAre("1|12", "2|22");
    } else {
      refused(second);
      two.run("ROLLBACK");
      committedAre("1|11", "2|21");
    }
  }

  @ParameterizedTest
  @CsvSource(textBlock = CASES)
  void abortedAndIntermediateReadsArePrevented(String store, String isolation) {
    begin(store, isolation);
    one.run("UPDATE test SET value = 101 WHERE id = 1");
    two.check("SELECT value FROM test", "10", "20");
    one.run("UPDATE test SET value = 11 WHERE id = 1");
    two.check("SELECT value FROM test", "10", "20");
    one.run("ROLLBACK");
    two.check("SELECT value FROM test", "10", "20");
    two.run("COMMIT");
    committedAre("1|10", "2|20");
  }

  @ParameterizedTest
  @CsvSource(textBlock = CASES)
  void circularInformationFlowIsPrevented(String store, String isolation) {
    begin(store, isolation);
    one.run("UPDATE test SET value = 11 WHERE id = 1");
    two.run("UPDATE test SET value = 22 WHERE id = 2");
    one.check("SELECT value FROM test WHERE id = 2", "20");
    two.check("SELECT value FROM test WHERE id = 1", "10");
    one.run("COMMIT");
    if (isSerializable()) {
      two.fails(ErrorCode.SERIALIZATION_FAILURE, "COMMIT");
      committedAre("1|11", "2|20");
    } else {
      two.run("COMMIT");
      committedAre("1|11", "2|22");
    }
  }

  @ParameterizedTest
  @CsvSource(textBlock = CASES)
  void observedTransactionDoesNotVanish(String store, String isolation) throws Exception {
    begin(store, isolation);
    one.run("UPDATE test SET value = 11 WHERE id = 1");
    one.run("UPDATE test SET value = 19 WHERE id = 2");
    two.check("SELECT value FROM test WHERE id = 2", "20");
    Future<List<String>> second = waiting(two, "UPDATE test SET value = 12 WHERE id = 1");
    one.run("COMMIT");
    three.check("SELECT value FROM test WHERE id = 1", "11");
    if (isReadCommitted()) {
      second.get(10, TimeUnit.SECONDS);
      two.run("UPDATE test SET value = 18 WHERE id = 2");
      three.check("SELECT value FROM test WHERE id = 2", "19");
      two.run("COMMIT");
      three.check("SELECT id, value FROM test ORDER BY id", "1|12", "2|18");
    } else {
      refused(second);
      three.check("SELECT value FROM test WHERE id = 2", "19");
    }
    three.run("COMMIT");
  }

  @ParameterizedTest
  @CsvSource(textBlock = CASES)
  void predicateManyPrecedersOfReads(String store, String isolation) {
    begin(store, isolation);
    one.check("SELECT * FROM test WHERE value = 30");
    two.run("INSERT INTO test VALUES (3, 30)");
    two.run("COMMIT");
    if (isReadCommitted()) {
      one.check("SELECT * FROM test WHERE value % 3 = 0", "3|30");
    } else {
      one.check("SELECT * FROM test WHERE value % 3 = 0");
    }
    one.run("COMMIT");
  }

  @ParameterizedTest
  @CsvSource(textBlock = CASES)
  void predicateManyPrecedersOfWrites(String store, String isolation) throws Exception {
    begin(store, isolation);
    one.run("UPDATE test SET value = value + 10");
    two.check("SELECT value FROM test WHERE id = 2", "20");
    Future<List<String>> second = waiting(two, "DELETE FROM test WHERE value = 20");
    one.run("COMMIT");
    if (isReadCommitted()) {
      // The row that was 20 is not any more when its lock is there, and the other was not found.
      assertEquals(List.of("[0]"), second.get(10, TimeUnit.SECONDS));
      two.run("COMMIT");
    } else {
      refused(second);
    }
    committedAre("1|20", "2|30");
  }

  @ParameterizedTest
  @CsvSource(textBlock = CASES)
  void lostUpdate(String store, String isolation) throws Exception {
    begin(store, isolation);
    one.check("SELECT value FROM test WHERE id = 1", "10");
    two.check("SELECT value FROM test WHERE id = 1", "10");
    one.run("UPDATE test SET value = 11 WHERE id = 1");
    Future<List<String>> second = waiting(two, "UPDATE test SET value = 12 WHERE id = 1");
    one.run("COMMIT");
    if (isReadCommitted()) {
      second.get(10, TimeUnit.SECONDS);
      two.run("COMMIT");
      committedAre("1|12", "2|20");
    } else {
      refused(second);
      committedAre("1|11", "2|20");
    }
  }

  @ParameterizedTest
  @CsvSource(textBlock = CASES)
  void readSkew(String store, String isolation) {
    begin(store, isolation);
    one.check("SELECT value FROM test WHERE id = 1", "10");
    two.check("SELECT id, value FROM test ORDER BY id", "1|10", "2|20");
    two.run("UPDATE test SET value = 12 WHERE id = 1");
    two.run("UPDATE test SET value = 18 WHERE id = 2");
    two.run("COMMIT");
    one.check("SELECT value FROM test WHERE id = 2", isReadCommitted() ? "18" : "20");
    one.run("COMMIT");
  }

  @ParameterizedTest
  @CsvSource(textBlock = CASES)
  void readSkewBetweenPredicates(String store, String isolation) {
    begin(store, isolation);
    one.check("SELECT value FROM test WHERE value % 5 = 0 ORDER BY id", "10", "20");
    two.run("UPDATE test SET value = 12 WHERE value = 10");
    two.run("COMMIT");
    if (isReadCommitted()) {
      one.check("SELECT value FROM test WHERE value % 3 = 0", "12");
    } else {
      one.check("SELECT value FROM test WHERE value % 3 = 0");
    }
    one.run("COMMIT");
  }

  @ParameterizedTest
  @CsvSource(textBlock = CASES)
  void readSkewBeforeAWrite(String store, String isolation) {
    begin(store, isolation);
    one.check("SELECT value FROM test WHERE id = 1", "10");
    two.check("SELECT id, value FROM test ORDER BY id", "1|10", "2|20");
    two.run("UPDATE test SET value = 12 WHERE id = 1");
    two.run("UPDATE test SET value = 18 WHERE id = 2");
    two.run("COMMIT");
    if (isReadCommitted()) {
      one.check("DELETE FROM test WHERE value = 20", "[0]");
    } else {
      one.fails(ErrorCode.SERIALIZATION_FAILURE, "DELETE FROM test WHERE value = 20");
    }
    one.run("ROLLBACK");
    committedAre("1|12", "2|18");
  }

  @ParameterizedTest
  @CsvSource(textBlock = CASES)
  void writeSkewOfRows(String store, String isolation) {
    begin(store, isolation);
    one.check("SELECT id, value FROM test WHERE id IN (1, 2)", "1|10", "2|20");
    two.check("SELECT id, value FROM test WHERE id IN (1, 2)", "1|10", "2|20");
    one.run("UPDATE test SET value = 11 WHERE id = 1");
    two.run("UPDATE test SET value = 21 WHERE id = 2");
    one.run("COMMIT");
    if (isSerializable()) {
      two.fails(ErrorCode.SERIALIZATION_FAILURE, "COMMIT");
      committedAre("1|11", "2|20");
    } else {
      two.run("COMMIT");
      committedAre("1|11", "2|21");
    }
  }

  @ParameterizedTest
  @CsvSource(textBlock = CASES)
  void writeSkewOfPredicates(String store, String isolation) {
    begin(store, isolation);
    one.check("SELECT * FROM test WHERE value % 3 = 0");
    two.check("SELECT * FROM test WHERE value % 3 = 0");
    one.run("INSERT INTO test VALUES (3, 30)");
    two.run("INSERT INTO test VALUES (4, 42)");
    one.run("COMMIT");
    if (isSerializable()) {
      two.fails(ErrorCode.SERIALIZATION_FAILURE, "COMMIT");
      committedAre("1|10", "2|20", "3|30");
    } else {
      two.run("COMMIT");
      committedAre("1|10", "2|20", "3|30", "4|42");
    }
  }

  /** Who only reads between the two others makes their order visible. */
  @ParameterizedTest
  @CsvSource(textBlock = CASES)
  void readOnlyAnomaly(String store, String isolation) {
    begin(store, isolation);
    one.check("SELECT id, value FROM test ORDER BY id", "1|10", "2|20");
    two.run("UPDATE test SET value = value + 5 WHERE id = 2");
    two.run("COMMIT");
    three.check("SELECT id, value FROM test ORDER BY id", "1|10", "2|25");
    three.run("COMMIT");
    one.run("UPDATE test SET value = 0 WHERE id = 1");
    if (isSerializable()) {
      one.fails(ErrorCode.SERIALIZATION_FAILURE, "COMMIT");
      committedAre("1|10", "2|25");
    } else {
      one.run("COMMIT");
      committedAre("1|0", "2|25");
    }
  }
}
