package io.gabbro.jdbc.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What others that use a connection hear after one of them was the victim of a deadlock. */
@Timeout(60)
class DeadlocksTest {
  @TempDir Path directory;

  @Test
  void batchOfAnotherThreadHearsThatTheTransactionIsAborted() throws Exception {
    try (Connection setup = DriverManager.getConnection("jdbc:gabbro:" + directory)) {
      execute(setup, "CREATE TABLE accounts (id INT PRIMARY KEY, balance INT)");
      execute(setup, "INSERT INTO accounts VALUES (1, 0), (2, 0)");
    }
    try (Connection shared = DriverManager.getConnection("jdbc:gabbro:" + directory);
        Connection other = DriverManager.getConnection("jdbc:gabbro:" + directory);
        PreparedStatement insert = shared.prepareStatement("INSERT INTO accounts VALUES (?, 0)")) {
      insert.setInt(1, 3);
      insert.addBatch();
      Deadlocks deadlocks = new Deadlocks();
      SQLException victim = deadlock(shared, other);
      SQLException later =
          CompletableFuture.supplyAsync(
                  () -> assertThrows(SQLException.class, insert::executeBatch))
              .get(10, TimeUnit.SECONDS);
      assertEquals("40P01", victim.getSQLState());
      assertEquals("25P02", later.getSQLState());

      assertTrue(deadlocks.note(later, shared));
      assertEquals(List.of(later), deadlocks.unexplained());
      assertFalse(deadlocks.note(victim, other));
      assertEquals(List.of(later), deadlocks.unexplained());
      assertFalse(deadlocks.note(victim, shared));
      assertEquals(List.of(), deadlocks.unexplained());

      shared.rollback();
      insert.setInt(1, 3);
      insert.addBatch();
      insert.executeBatch();
      shared.commit();
    }
  }

  /** Makes {@code victim} close a circle of waits with {@code other}, and returns its error. */
  private static SQLException deadlock(Connection victim, Connection other) throws Exception {
    victim.setAutoCommit(false);
    other.setAutoCommit(false);
    execute(victim, "UPDATE accounts SET balance = 1 WHERE id = 1");
    execute(other, "UPDATE accounts SET balance = 1 WHERE id = 2");
    CompletableFuture<Void> waiting =
        CompletableFuture.runAsync(
            () -> {
              try {
                execute(other, "UPDATE accounts SET balance = 1 WHERE id = 1");
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
            });
    // Time for the other one to wait.
    Thread.sleep(300);
    SQLException error =
        assertThrows(
            SQLException.class,
            () -> execute(victim, "UPDATE accounts SET balance = 1 WHERE id = 2"));
    waiting.get(10, TimeUnit.SECONDS);
    other.commit();
    return error;
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
