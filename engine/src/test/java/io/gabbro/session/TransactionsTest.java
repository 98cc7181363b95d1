package io.gabbro.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TransactionsTest {
  private static final String LOCATION = "mem:transactions";

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private SqlTester one;
  private SqlTester two;

  @BeforeEach
  void open() {
    one = new SqlTester(LOCATION, Map.of());
    two = new SqlTester(LOCATION, Map.of("lock_timeout", "5s"));
    one.run("CREATE TABLE t (id INTEGER PRIMARY KEY, v INTEGER NOT NULL)");
    one.run("INSERT INTO t VALUES (1, 10), (2, 20), (3, 30)");
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
    two.close();
    one.close();
  }

  private Future<List<String>> inOtherThread(Callable<List<String>> work) {
    return threads.submit(work);
  }

  @Test
  void uncommittedChangesAreSeenByTheirTransactionOnly() {
    one.run("BEGIN");
    one.run("UPDATE t SET v = 11 WHERE id = 1");
    one.run("DELETE FROM t WHERE id = 2");
    one.run("INSERT INTO t VALUES (4, 40)");
    one.check("SELECT id, v FROM t ORDER BY id", "1|11", "3|30", "4|40");
    one.check("SELECT v FROM t WHERE id = 1", "11");
    one.check("SELECT v FROM t WHERE id = 2");
    two.check("SELECT id, v FROM t ORDER BY id", "1|10", "2|20", "3|30");
    one.run("COMMIT");
    two.check("SELECT id, v FROM t ORDER BY id", "1|11", "3|30", "4|40");
  }

  @Test
  void rollbackUndoesEverything() {
    one.run("BEGIN");
    one.run("TRUNCATE t");
    one.run("INSERT INTO t VALUES (9, 90)");
    one.run("CREATE TABLE other (a INTEGER)");
    one.check("SELECT * FROM t", "9|90");
    one.check("SELECT * FROM other");
    one.run("ROLLBACK");
    one.check("SELECT count(*) FROM t", "3");
    one.fails(ErrorCode.UNDEFINED_TABLE, "SELECT * FROM other");
  }

  @Test
  void failedStatementLeavesNothingAndTheTransactionUsable() {
    one.run("BEGIN");
    one.run("INSERT INTO t VALUES (4, 40)");
    one.fails(ErrorCode.UNIQUE_VIOLATION, "INSERT INTO t VALUES (5, 50), (6, 60), (1, 0)");
    one.fails(ErrorCode.DIVISION_BY_ZERO, "UPDATE t SET v = 100 / (v - 30)");
    one.check("SELECT id, v FROM t ORDER BY id", "1|10", "2|20", "3|30", "4|40");
    one.run("INSERT INTO t VALUES (5, 50)");
    one.run("COMMIT");
    two.check("SELECT count(*) FROM t", "5");
  }

  @Test
  void savepointsNest() {
    one.run("BEGIN");
    one.run("SAVEPOINT a");
    one.run("DELETE FROM t WHERE id = 1");
    one.run("SAVEPOINT b");
    one.run("DELETE FROM t WHERE id = 2");
    one.run("ROLLBACK TO b");
    one.check("SELECT id FROM t ORDER BY id", "2", "3");
    one.run("RELEASE SAVEPOINT b");
    one.fails(ErrorCode.UNDEFINED_SAVEPOINT, "ROLLBACK TO b");
    one.run("ROLLBACK TO SAVEPOINT a");
    one.check("SELECT id FROM t ORDER BY id", "1", "2", "3");
    one.run("COMMIT");
    one.fails(ErrorCode.INVALID_TRANSACTION_STATE, "SAVEPOINT c");
  }

  @Test
  void writersOfOneRowWaitAndLoseNoUpdate() throws Exception {
    one.run("BEGIN");
    one.run("UPDATE t SET v = v + 1 WHERE id = 1");
    Future<List<String>> waiting =
        inOtherThread(() -> two.run("UPDATE t SET v = v + 5 WHERE id = 1"));
    Thread.sleep(100);
    assertFalse(waiting.isDone());
    one.run("COMMIT");
    assertEquals(List.of("[1]"), waiting.get(10, TimeUnit.SECONDS));
    one.check("SELECT v FROM t WHERE id = 1", "16");
  }

  @Test
  void rowThatNoLongerMatchesIsLeftOut() throws Exception {
    one.run("BEGIN");
    one.run("UPDATE t SET v = 0 WHERE id = 2");
    one.run("DELETE FROM t WHERE id = 3");
    Future<List<String>> waiting =
        inOtherThread(() -> two.run("UPDATE t SET v = v + 1 WHERE v >= 20"));
    Thread.sleep(100);
    one.run("COMMIT");
    assertEquals(List.of("[0]"), waiting.get(10, TimeUnit.SECONDS));
    one.check("SELECT id, v FROM t ORDER BY id", "1|10", "2|0");
  }

  @Test
  void insertsOfOneKeyWaitForEachOther() throws Exception {
    one.run("BEGIN");
    one.run("INSERT INTO t VALUES (7, 70)");
    Future<List<String>> waiting = inOtherThread(() -> two.run("INSERT INTO t VALUES (7, 71)"));
    Thread.sleep(100);
    assertFalse(waiting.isDone());
    one.run("ROLLBACK");
    assertEquals(List.of("[1]"), waiting.get(10, TimeUnit.SECONDS));
    one.check("SELECT v FROM t WHERE id = 7", "71");
  }

  @Test
  void lockTimeoutIsAnError() {
    one.run("BEGIN");
    one.run("UPDATE t SET v = 0 WHERE id = 1");
    two.run("SET lock_timeout = '50ms'");
    two.fails(ErrorCode.LOCK_NOT_AVAILABLE, "DELETE FROM t WHERE id = 1");
    two.run("SET statement_timeout = '50ms'");
    two.run("SET lock_timeout = '1h'");
    two.fails(ErrorCode.QUERY_CANCELED, "DELETE FROM t WHERE id = 1");
    one.run("ROLLBACK");
    two.run("SET statement_timeout = 0");
    assertEquals(List.of("[1]"), two.run("DELETE FROM t WHERE id = 1"));
  }

  @Test
  void deadlockRollsOneTransactionBack() throws Exception {
    one.run("BEGIN");
    two.run("BEGIN");
    one.run("UPDATE t SET v = 1 WHERE id = 1");
    two.run("UPDATE t SET v = 2 WHERE id = 2");
    Future<List<String>> waiting = inOtherThread(() -> two.run("UPDATE t SET v = 2 WHERE id = 1"));
    Thread.sleep(100);
    GabbroException error =
        assertThrows(GabbroException.class, () -> one.run("UPDATE t SET v = 1 WHERE id = 2"));
    assertEquals(ErrorCode.DEADLOCK, error.code());
    assertEquals(List.of("[1]"), waiting.get(10, TimeUnit.SECONDS));
    two.run("COMMIT");
    one.fails(ErrorCode.TRANSACTION_ABORTED, "SELECT * FROM t");
    one.fails(ErrorCode.TRANSACTION_ABORTED, "COMMIT");
    one.check("SELECT id, v FROM t ORDER BY id", "1|2", "2|2", "3|30");
  }

  @Test
  void repeatableReadKeepsItsSnapshotAndRefusesToOverwrite() {
    one.run("BEGIN ISOLATION LEVEL REPEATABLE READ");
    one.check("SELECT v FROM t WHERE id = 1", "10");
    two.run("UPDATE t SET v = 99 WHERE id = 1");
    two.run("INSERT INTO t VALUES (4, 40)");
    one.check("SELECT id, v FROM t ORDER BY id", "1|10", "2|20", "3|30");
    one.check("SELECT v FROM t WHERE id = 1", "10");
    one.fails(ErrorCode.SERIALIZATION_FAILURE, "UPDATE t SET v = v + 1 WHERE id = 1");
    one.run("UPDATE t SET v = v + 1 WHERE id = 2");
    one.run("COMMIT");
    one.check("SELECT id, v FROM t ORDER BY id", "1|99", "2|21", "3|30", "4|40");
  }

  @Test
  void readOnlyTransactionsRefuseWrites() {
    one.run("START TRANSACTION READ ONLY");
    one.fails(ErrorCode.READ_ONLY, "INSERT INTO t VALUES (4, 40)");
    one.fails(ErrorCode.READ_ONLY, "CREATE TABLE x (a INTEGER)");
    one.check("SELECT count(*) FROM t", "3");
    one.run("COMMIT");
  }

  @Test
  void statementDoesNotSeeItsOwnWrites() {
    one.run("BEGIN");
    one.run("INSERT INTO t SELECT id + 10, v FROM t");
    one.check("SELECT count(*) FROM t", "6");
    one.run("INSERT INTO t SELECT id + 100, v FROM t");
    one.run("COMMIT");
    one.check("SELECT count(*) FROM t", "12");
  }

  @Test
  void keysMayMoveOverEachOther() {
    one.run("UPDATE t SET id = id + 1");
    one.check("SELECT id, v FROM t ORDER BY id", "2|10", "3|20", "4|30");
    one.fails(ErrorCode.UNIQUE_VIOLATION, "UPDATE t SET id = 2 WHERE id = 4");
    one.fails(ErrorCode.UNIQUE_VIOLATION, "UPDATE t SET id = 7");
    one.check("SELECT id FROM t ORDER BY id", "2", "3", "4");
  }

  @Test
  void openResultKeepsItsSnapshot() {
    PreparedPlan plan = one.session().prepare("SELECT id FROM t");
    Parameters none = new Parameters(plan.parameterTypes());
    none.endRow();
    Result result = plan.execute(none, new io.gabbro.execution.Cancellation());
    two.run("DELETE FROM t");
    assertEquals(List.of("1", "2", "3"), SqlTester.rows(result));
  }

  @Test
  void locksAreGoneAfterTheEnd() {
    one.run("BEGIN");
    one.run("UPDATE t SET v = v + 1");
    SharedDatabase shared = ((DatabaseHandle) one.database()).shared();
    assertEquals(3, shared.transactions().lockCount());
    one.run("COMMIT");
    assertEquals(0, shared.transactions().lockCount());
    one.fails(ErrorCode.UNIQUE_VIOLATION, "INSERT INTO t VALUES (1, 1)");
    assertEquals(0, shared.transactions().lockCount());
    assertTrue(one.session().takeWarnings().isEmpty());
  }

  @Test
  void errorOfAnOpenResultUndoesNothingOfOthers() {
    one.run("BEGIN");
    PreparedPlan plan = one.session().prepare("SELECT 10 / (v - 30) FROM t");
    Parameters none = new Parameters(plan.parameterTypes());
    none.endRow();
    Result result = plan.execute(none, new io.gabbro.execution.Cancellation());
    one.run("INSERT INTO t VALUES (4, 40)");
    assertThrows(GabbroException.class, () -> SqlTester.rows(result));
    one.run("COMMIT");
    two.check("SELECT count(*) FROM t", "4");
  }

  @Test
  void tableOfTheTransactionItselfMayGoAgain() {
    one.run("BEGIN");
    one.run("CREATE TABLE tmp (a INTEGER)");
    one.run("INSERT INTO tmp VALUES (1)");
    one.run("DELETE FROM t WHERE id = 1");
    one.run("DROP TABLE tmp");
    one.run("SAVEPOINT s");
    one.run("CREATE TABLE x (a INTEGER)");
    one.run("INSERT INTO x VALUES (1)");
    one.run("ROLLBACK TO s");
    one.run("COMMIT");
    two.check("SELECT id FROM t ORDER BY id", "2", "3");
  }

  @Test
  void openResultKeepsOwnWritesWhenALaterStatementFails() {
    one.run("BEGIN");
    one.run("INSERT INTO t VALUES (4, 40), (7, 70)");
    PreparedPlan plan = one.session().prepare("SELECT id FROM t WHERE id IN (1, 4, 7)");
    Parameters none = new Parameters(plan.parameterTypes());
    none.endRow();
    Result result = plan.execute(none, new io.gabbro.execution.Cancellation());
    one.fails(ErrorCode.UNIQUE_VIOLATION, "INSERT INTO t VALUES (9, 1), (9, 2)");
    assertEquals(List.of("1", "4", "7"), SqlTester.rows(result));
    one.run("ROLLBACK");
  }

  @Test
  void repeatableReadRefusesAgainWhenTried() {
    one.run("BEGIN ISOLATION LEVEL REPEATABLE READ");
    one.check("SELECT v FROM t WHERE id = 1", "10");
    two.run("UPDATE t SET v = 99 WHERE id = 1");
    one.fails(ErrorCode.SERIALIZATION_FAILURE, "UPDATE t SET v = 0 WHERE id = 1");
    one.fails(ErrorCode.SERIALIZATION_FAILURE, "UPDATE t SET v = 0 WHERE id = 1");
    two.run("INSERT INTO t VALUES (5, 50)");
    one.fails(ErrorCode.UNIQUE_VIOLATION, "INSERT INTO t VALUES (5, 51)");
    one.run("COMMIT");
    two.check("SELECT id, v FROM t WHERE id IN (1, 5)", "1|99", "5|50");
  }

  @Test
  void truncatedRowsDoNotComeBack() {
    two.run("BEGIN");
    two.run("UPDATE t SET v = 11 WHERE id = 1");
    one.run("TRUNCATE t");
    two.fails(ErrorCode.SERIALIZATION_FAILURE, "COMMIT");
    one.check("SELECT count(*) FROM t", "0");
    one.run("BEGIN");
    one.run("INSERT INTO t VALUES (1, 1)");
    one.run("TRUNCATE t");
    one.run("INSERT INTO t VALUES (2, 2)");
    one.run("COMMIT");
    two.check("SELECT * FROM t", "2|2");
  }

  @Test
  void alteredTableRefusesRowsOfItsOldForm() {
    one.run("TRUNCATE t");
    two.run("BEGIN");
    two.run("INSERT INTO t VALUES (8, 80)");
    one.run("ALTER TABLE t ADD COLUMN c INTEGER NOT NULL");
    two.fails(ErrorCode.SERIALIZATION_FAILURE, "COMMIT");
    one.check("SELECT count(*) FROM t", "0");
  }

  @Test
  void closingASessionLeavesNoLocks() throws Exception {
    one.run("BEGIN");
    one.run("UPDATE t SET v = 1 WHERE id = 1");
    two.run("BEGIN");
    two.run("UPDATE t SET v = 2 WHERE id = 2");
    Future<List<String>> waiting = inOtherThread(() -> two.run("UPDATE t SET v = 2 WHERE id = 1"));
    Thread.sleep(100);
    two.session().close();
    one.run("COMMIT");
    assertThrows(
        java.util.concurrent.ExecutionException.class, () -> waiting.get(10, TimeUnit.SECONDS));
    assertEquals(0, ((DatabaseHandle) one.database()).shared().transactions().lockCount());
  }

  @Test
  void planFollowsTheCatalog() {
    PreparedPlan plan = one.session().prepare("SELECT * FROM t WHERE id = ?");
    Parameters values = new Parameters(plan.parameterTypes());
    SqlTester.fill(values, 1);
    assertEquals(
        List.of("1|10"),
        SqlTester.rows(plan.execute(values, new io.gabbro.execution.Cancellation())));
    two.run("ALTER TABLE t ADD COLUMN c INTEGER DEFAULT 5");
    assertEquals(
        List.of("1|10|5"),
        SqlTester.rows(plan.execute(values, new io.gabbro.execution.Cancellation())));
    two.run("DROP TABLE t");
    two.run("CREATE TABLE t (id TEXT PRIMARY KEY)");
    GabbroException error =
        assertThrows(
            GabbroException.class,
            () -> plan.execute(values, new io.gabbro.execution.Cancellation()));
    assertEquals(ErrorCode.SERIALIZATION_FAILURE, error.code());
  }

  @Test
  void rowsWithoutKeyKeepApartFromTablesThatWereRolledBack() {
    one.run("BEGIN");
    one.run("SAVEPOINT s");
    one.run("CREATE TABLE a (id BIGINT PRIMARY KEY)");
    one.run("INSERT INTO a VALUES (5)");
    one.run("ROLLBACK TO s");
    one.run("CREATE TABLE b (x TEXT)");
    one.run("COMMIT");
    one.run("INSERT INTO b VALUES ('1'), ('2'), ('3')");
    one.check("SELECT x FROM b ORDER BY x", "1", "2", "3");
  }

  @Test
  void otherChangesOfTablesBringNoTruncatedRowsBack() {
    one.run("BEGIN");
    one.run("UPDATE t SET v = v + 1 WHERE id = 1");
    two.run("TRUNCATE t");
    one.run("CREATE TABLE x (a INTEGER)");
    one.fails(ErrorCode.SERIALIZATION_FAILURE, "COMMIT");
    two.check("SELECT count(*) FROM t", "0");
    one.fails(ErrorCode.UNDEFINED_TABLE, "SELECT * FROM x");
  }

  @Test
  void columnWithoutValueIsNotAddedBesideRowsOfOthers() {
    for (String level : List.of("READ COMMITTED", "REPEATABLE READ")) {
      one.run("TRUNCATE t");
      one.run("BEGIN ISOLATION LEVEL " + level);
      one.check("SELECT count(*) FROM t", "0");
      one.run("ALTER TABLE t ADD COLUMN c INTEGER NOT NULL");
      two.run("INSERT INTO t VALUES (1, 1)");
      one.fails(ErrorCode.SERIALIZATION_FAILURE, "COMMIT");
      two.check("SELECT * FROM t", "1|1");
    }
    one.run("BEGIN");
    one.run("TRUNCATE t");
    one.run("ALTER TABLE t ADD COLUMN c INTEGER NOT NULL");
    one.run("INSERT INTO t VALUES (1, 2, 3)");
    one.run("COMMIT");
    two.check("SELECT * FROM t", "1|2|3");
  }

  @Test
  void pointLookupsSeeThatTheTransactionWasRolledBack() throws Exception {
    one.run("BEGIN");
    two.run("BEGIN");
    one.run("UPDATE t SET v = 1 WHERE id = 1");
    two.run("UPDATE t SET v = 2 WHERE id = 2");
    Future<List<String>> waiting = inOtherThread(() -> two.run("UPDATE t SET v = 2 WHERE id = 1"));
    Thread.sleep(100);
    one.fails(ErrorCode.DEADLOCK, "UPDATE t SET v = 1 WHERE id = 2");
    waiting.get(10, TimeUnit.SECONDS);
    one.fails(ErrorCode.TRANSACTION_ABORTED, "SELECT v FROM t WHERE id = 1");
    one.fails(
        ErrorCode.INVALID_TRANSACTION_STATE, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
    one.run("ROLLBACK");
    two.run("COMMIT");
  }

  @Test
  void isolationStaysOnceRowsAreLocked() {
    one.run("BEGIN");
    one.check("SELECT v FROM t WHERE id = 1 FOR UPDATE", "10");
    one.fails(ErrorCode.INVALID_TRANSACTION_STATE, "SET TRANSACTION ISOLATION LEVEL SERIALIZABLE");
    two.run("BEGIN");
    two.fails(ErrorCode.LOCK_NOT_AVAILABLE, "SELECT v FROM t WHERE id = 1 FOR UPDATE NOWAIT");
    two.run("ROLLBACK");
    one.run("COMMIT");
    one.run("BEGIN");
    one.run("SAVEPOINT s");
    one.fails(ErrorCode.INVALID_TRANSACTION_STATE, "SET TRANSACTION READ ONLY");
    one.run("ROLLBACK");
  }
}
