package io.gabbro.jdbc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.BatchUpdateException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BatchTest extends DatabaseTest {
  private static final int FAILED = Statement.EXECUTE_FAILED;

  @BeforeEach
  void createTable() throws SQLException {
    execute("CREATE TABLE t (a INT PRIMARY KEY, b NUMERIC(10,2) DEFAULT 7)");
  }

  private PreparedStatement insertOf(int... keys) throws SQLException {
    PreparedStatement insert = connection.prepareStatement("INSERT INTO t (a) VALUES (?)");
    for (int key : keys) {
      insert.setInt(1, key);
      insert.addBatch();
    }
    return insert;
  }

  @Test
  void oneCountARow() throws SQLException {
    try (PreparedStatement insert = insertOf(1, 2, 3)) {
      assertArrayEquals(new int[] {1, 1, 1}, insert.executeBatch());
      assertArrayEquals(new int[0], insert.executeBatch());
      insert.setInt(1, 4);
      insert.addBatch();
      assertArrayEquals(new long[] {1}, insert.executeLargeBatch());
    }
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE t SET b = ? WHERE a >= ?")) {
      update.setInt(1, 1);
      update.setInt(2, 3);
      update.addBatch();
      update.setInt(2, 9);
      update.addBatch();
      assertArrayEquals(new int[] {2, 0}, update.executeBatch());
    }
    assertEquals(
        List.of("1,7.00", "2,7.00", "3,1.00", "4,1.00"), query("SELECT * FROM t ORDER BY a"));
  }

  @Test
  void aFailureUndoesAllOfAPreparedBatch() throws SQLException {
    execute("INSERT INTO t VALUES (3, 0)");
    try (PreparedStatement insert = insertOf(1, 2, 3, 4)) {
      BatchUpdateException error = assertThrows(BatchUpdateException.class, insert::executeBatch);
      assertArrayEquals(new int[] {FAILED, FAILED, FAILED, FAILED}, error.getUpdateCounts());
      assertEquals("23505", error.getSQLState());
      assertTrue(error.getMessage().startsWith("row 3 of the batch: "), error.getMessage());
      assertInstanceOf(SQLIntegrityConstraintViolationException.class, error.getCause());
      assertSame(error.getCause(), error.getNextException());
      assertEquals(List.of("3"), query("SELECT a FROM t"));
      insert.setInt(1, 5);
      insert.addBatch();
      assertArrayEquals(new int[] {1}, insert.executeBatch());
    }
  }

  @Test
  void aFailureInATransactionUndoesTheBatchOnly() throws SQLException {
    connection.setAutoCommit(false);
    execute("INSERT INTO t VALUES (3, 0)");
    try (PreparedStatement insert = insertOf(1, 2, 3, 4)) {
      assertThrows(BatchUpdateException.class, insert::executeBatch);
    }
    execute("INSERT INTO t VALUES (5, 0)");
    connection.commit();
    assertEquals(List.of("3", "5"), query("SELECT a FROM t ORDER BY a"));
  }

  @Test
  void valuesThatDoNotFitAreConvertedByTheAssignment() throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t VALUES (?, ?)")) {
      insert.setInt(1, 1);
      insert.setBigDecimal(2, new BigDecimal("1.5"));
      insert.addBatch();
      insert.setInt(1, 2);
      insert.setBigDecimal(2, new BigDecimal("2.125"));
      insert.addBatch();
      insert.setDouble(1, 3.2);
      insert.addBatch();
      insert.executeBatch();
    }
    assertEquals(List.of("1,1.50", "2,2.13", "3,2.13"), query("SELECT * FROM t ORDER BY a"));
  }

  @Test
  void clearBatchForgetsTheRows() throws SQLException {
    try (PreparedStatement insert = insertOf(1, 2)) {
      insert.clearBatch();
      insert.addBatch();
      assertArrayEquals(new int[] {1}, insert.executeBatch());
      assertEquals(List.of("2"), query("SELECT a FROM t"));
    }
  }

  @Test
  void aMissingParameterIsAnErrorOfAddBatch() throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t VALUES (?, ?)")) {
      insert.setInt(1, 1);
      assertState("42P02", insert::addBatch);
    }
  }

  @Test
  void keysOfABatch() throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO t (a) VALUES (?)", Statement.RETURN_GENERATED_KEYS)) {
      for (int key = 1; key <= 3; key++) {
        insert.setInt(1, key);
        insert.addBatch();
      }
      assertArrayEquals(new int[] {1, 1, 1}, insert.executeBatch());
      assertEquals(List.of("1,7.00", "2,7.00", "3,7.00"), rows(insert.getGeneratedKeys()));
      for (int key = 4; key >= 3; key--) {
        insert.setInt(1, key);
        insert.addBatch();
      }
      BatchUpdateException error = assertThrows(BatchUpdateException.class, insert::executeBatch);
      assertArrayEquals(new int[] {FAILED, FAILED}, error.getUpdateCounts());
      assertTrue(error.getMessage().startsWith("row 2 of the batch: "), error.getMessage());
      assertTrue(connection.getAutoCommit());
      assertEquals(List.of("3"), query("SELECT count(*) FROM t"));
    }
  }

  @Test
  void keysOfABatchInATransaction() throws SQLException {
    connection.setAutoCommit(false);
    execute("INSERT INTO t VALUES (1, 0)");
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO t (a) VALUES (?)", new String[] {"b"})) {
      insert.setInt(1, 2);
      insert.addBatch();
      insert.setInt(1, 1);
      insert.addBatch();
      assertThrows(BatchUpdateException.class, insert::executeBatch);
    }
    connection.commit();
    assertEquals(List.of("1"), query("SELECT a FROM t"));
  }

  @Test
  void aQueryCannotBePartOfABatch() throws SQLException {
    try (PreparedStatement select = connection.prepareStatement("SELECT a FROM t")) {
      select.addBatch();
      BatchUpdateException error = assertThrows(BatchUpdateException.class, select::executeBatch);
      assertEquals("42809", error.getSQLState());
    }
    statement.addBatch("SELECT a FROM t");
    assertThrows(BatchUpdateException.class, statement::executeBatch);
  }

  @Test
  void statementsOfABatchAreExecutedInOrderUntilOneFails() throws SQLException {
    statement.addBatch("INSERT INTO t VALUES (1, 0), (2, 0)");
    statement.addBatch("CREATE TABLE u (a INT)");
    statement.addBatch("UPDATE t SET b = 5");
    assertArrayEquals(new int[] {2, 0, 2}, statement.executeBatch());
    assertArrayEquals(new int[0], statement.executeBatch());
    statement.addBatch("INSERT INTO t VALUES (3, 0)");
    statement.addBatch("INSERT INTO t VALUES (1, 0)");
    statement.addBatch("INSERT INTO t VALUES (4, 0)");
    BatchUpdateException error = assertThrows(BatchUpdateException.class, statement::executeBatch);
    assertArrayEquals(new int[] {1}, error.getUpdateCounts());
    assertArrayEquals(new long[] {1}, error.getLargeUpdateCounts());
    assertEquals(List.of("1", "2", "3"), query("SELECT a FROM t ORDER BY a"));
    statement.addBatch("DELETE FROM t");
    statement.clearBatch();
    assertArrayEquals(new int[0], statement.executeBatch());
  }
}
