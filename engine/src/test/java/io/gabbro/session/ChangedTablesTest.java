package io.gabbro.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.execution.Cancellation;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Others change a table while a statement waits: it fails in a way that says to run it again. */
@Timeout(60)
final class ChangedTablesTest {
  private static final String LOCATION = "mem:changed-tables";

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private SqlTester waiter;
  private SqlTester holder;
  private SqlTester changer;

  @BeforeEach
  void open() {
    waiter = new SqlTester(LOCATION, Map.of("lock_timeout", "30s"));
    holder = new SqlTester(LOCATION, Map.of());
    changer = new SqlTester(LOCATION, Map.of());
    changer.run("CREATE TABLE t (id INTEGER PRIMARY KEY, v INTEGER NOT NULL)");
    changer.run("INSERT INTO t VALUES (1, 10), (2, 20)");
    holder.run("BEGIN");
    holder.run("SELECT id FROM t WHERE id = 1 FOR UPDATE");
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
    changer.close();
    holder.close();
    waiter.close();
  }

  /** Starts work that waits for the locked row. */
  private <T> Future<T> waitForRow(Callable<T> work) throws InterruptedException {
    Future<T> waiting = threads.submit(work);
    while (((DatabaseHandle) waiter.database())
        .shared().transactions().openTransactions().stream()
            .noneMatch(transaction -> transaction.waiting().isPresent())) {
      Thread.sleep(5);
    }
    return waiting;
  }

  private long[] batch() {
    PreparedPlan plan = waiter.session().prepare("UPDATE t SET v = v + ? WHERE id >= ?");
    Parameters values = new Parameters(plan.parameterTypes());
    SqlTester.fill(values, 1, 1);
    SqlTester.fill(values, 1, 2);
    return plan.executeBatch(values, new Cancellation());
  }

  /** A row that only those can read who know the new column. */
  private void addColumnAndRow() {
    changer.run("ALTER TABLE t ADD COLUMN c INTEGER DEFAULT 5");
    changer.run("INSERT INTO t VALUES (3, 30, 33)");
  }

  private static Throwable failure(Future<?> waiting) {
    return assertThrows(ExecutionException.class, () -> waiting.get(20, TimeUnit.SECONDS))
        .getCause();
  }

  private static void isToBeRunAgain(Throwable failure) {
    GabbroException error = (GabbroException) failure;
    assertEquals(ErrorCode.SERIALIZATION_FAILURE, error.code(), error.getMessage());
  }

  @Test
  void laterRowsOfABatchDoNotReadRowsOfANewerForm() throws Exception {
    Future<long[]> waiting = waitForRow(this::batch);
    addColumnAndRow();
    holder.run("ROLLBACK");
    BatchFailure failure = (BatchFailure) failure(waiting);
    assertEquals(1, failure.row());
    isToBeRunAgain(failure.failure());
    changer.check("SELECT * FROM t ORDER BY id", "1|10|5", "2|20|5", "3|30|33");
    assertArrayEquals(new long[] {3, 2}, batch());
  }

  @Test
  void laterStatementsOfABatchDoNotReadRowsOfANewerForm() throws Exception {
    String batch =
        "BEGIN BATCH UPDATE t SET v = v + 1 WHERE id = 1; UPDATE t SET v = v + 1; APPLY BATCH";
    Future<?> waiting = waitForRow(() -> waiter.run(batch));
    addColumnAndRow();
    holder.run("ROLLBACK");
    isToBeRunAgain(failure(waiting));
    waiter.check(batch, "[4]");
  }

  @Test
  void changeOfAnotherTableDisturbsNoBatch() throws Exception {
    Future<long[]> waiting = waitForRow(this::batch);
    changer.run("CREATE TABLE u (id INTEGER PRIMARY KEY)");
    holder.run("ROLLBACK");
    assertArrayEquals(new long[] {2, 1}, waiting.get(20, TimeUnit.SECONDS));
  }

  @Test
  void rowThatWasWaitedForMayHaveANewerForm() throws Exception {
    for (String statement :
        new String[] {
          "UPDATE t SET v = v + 1 WHERE id = 1",
          "DELETE FROM t WHERE id = 1",
          "SELECT v FROM t WHERE id = 1 FOR UPDATE"
        }) {
      Future<?> waiting = waitForRow(() -> waiter.run(statement));
      String column = "c" + statement.charAt(0);
      changer.run("ALTER TABLE t ADD COLUMN " + column + " INTEGER DEFAULT 5");
      holder.run("UPDATE t SET " + column + " = 7 WHERE id = 1");
      holder.run("COMMIT");
      isToBeRunAgain(failure(waiting));
      holder.run("BEGIN");
      holder.check("SELECT " + column + " FROM t WHERE id = 1 FOR UPDATE", "7");
    }
  }
}
