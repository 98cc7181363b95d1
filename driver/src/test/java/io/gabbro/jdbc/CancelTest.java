package io.gabbro.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Long statements that are stopped; without that they would run for many minutes. */
@Timeout(60)
class CancelTest extends DatabaseTest {
  private static final String LONG =
      "SELECT sum(length(replace(replace(replace(replace(repeat(n::text, 1000), '1', '23'),"
          + " '2', '34'), '3', '45'), '4', '56'))) FROM big";

  @BeforeEach
  void createTable() throws SQLException {
    createBigTable(17);
  }

  /** Starts work in another thread as soon as the statement has begun. */
  private static CompletableFuture<Void> soon(Work work) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            work.run();
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        },
        CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS));
  }

  @Test
  void cancelFromAnotherThread() throws Exception {
    CompletableFuture<Void> cancel = soon(statement::cancel);
    SQLException error = assertState("57014", () -> rows(statement.executeQuery(LONG)));
    assertFalse(error instanceof SQLTimeoutException);
    cancel.get();
    assertEquals(List.of("1"), rows(statement.executeQuery("SELECT 1")));
  }

  @Test
  void cancelOfAnIdleStatementHasNoEffect() throws SQLException {
    statement.cancel();
    assertEquals(List.of("1"), rows(statement.executeQuery("SELECT 1")));
    statement.cancel();
    assertEquals(List.of("2"), rows(statement.executeQuery("SELECT 2")));
  }

  @Test
  void queryTimeout() throws SQLException {
    statement.setQueryTimeout(1);
    assertEquals(1, statement.getQueryTimeout());
    assertInstanceOf(
        SQLTimeoutException.class, assertState("57014", () -> rows(statement.executeQuery(LONG))));
    assertEquals(List.of("1"), rows(statement.executeQuery("SELECT 1")));
  }

  @Test
  void theTimeoutOfTheSession() throws SQLException {
    execute("SET statement_timeout = '300ms'");
    assertInstanceOf(
        SQLTimeoutException.class, assertState("57014", () -> rows(statement.executeQuery(LONG))));
  }

  @Test
  void theTimeOfTheReaderDoesNotCount() throws Exception {
    statement.setQueryTimeout(1);
    ResultSet result = statement.executeQuery("SELECT n FROM big");
    assertTrue(result.next());
    Thread.sleep(1500);
    int count = 1;
    while (result.next()) {
      count++;
    }
    assertEquals(1 << 17, count);
  }

  @Test
  void closingTheConnectionStopsItsStatement() throws Exception {
    CompletableFuture<Void> close = soon(connection::close);
    SQLException error = assertThrows(SQLException.class, () -> rows(statement.executeQuery(LONG)));
    assertTrue(List.of("57014", "08003").contains(error.getSQLState()), error.toString());
    close.get();
    assertTrue(connection.isClosed());
  }

  @Test
  void abortStopsTheStatement() throws Exception {
    CompletableFuture<Void> abort = soon(() -> connection.abort(Runnable::run));
    assertThrows(SQLException.class, () -> rows(statement.executeQuery(LONG)));
    abort.get();
    assertTrue(connection.isClosed());
  }

  @Test
  void threadsShareAConnectionInTurn() throws Exception {
    List<CompletableFuture<Long>> sums =
        IntStream.range(0, 4).mapToObj(thread -> sumInAnotherThread()).toList();
    long rows = 1L << 17;
    for (CompletableFuture<Long> sum : sums) {
      assertEquals(rows * (rows + 1) / 2, sum.get());
    }
  }

  private CompletableFuture<Long> sumInAnotherThread() {
    return CompletableFuture.supplyAsync(
        () -> {
          try (Statement own = connection.createStatement();
              ResultSet result = own.executeQuery("SELECT n FROM big")) {
            long sum = 0;
            while (result.next()) {
              sum += result.getLong(1);
            }
            return sum;
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
