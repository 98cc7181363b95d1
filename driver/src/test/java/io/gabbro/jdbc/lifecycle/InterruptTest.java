package io.gabbro.jdbc.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.session.Gabbro;
import io.gabbro.session.Holdings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A thread that is interrupted stops its statement, and harms nothing else. */
@Timeout(120)
class InterruptTest {
  @TempDir Path directory;
  private Gabbro database;
  private Connection connection;
  private Connection other;

  @BeforeEach
  void open() throws SQLException {
    database = Gabbro.open(directory);
    connection = connect();
    other = connect();
    execute(connection, "CREATE TABLE t (n BIGINT PRIMARY KEY, s TEXT)");
    execute(connection, "INSERT INTO t VALUES (1, 'x')");
    for (int doubling = 0; doubling < 16; doubling++) {
      execute(connection, "INSERT INTO t SELECT n + " + (1L << doubling) + ", s FROM t");
    }
  }

  @AfterEach
  void close() throws SQLException {
    Thread.interrupted();
    connection.close();
    other.close();
    assertEquals(Holdings.NONE, Holdings.of(database));
    database.close();
  }

  private Connection connect() throws SQLException {
    // Without segments, whose making in the background would hold a cursor and a snapshot too.
    return DriverManager.getConnection(
        "jdbc:gabbro:" + directory + "?memory_limit=1MB&segments=off");
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Executes a query to its end in this thread, which is interrupted soon. */
  private void assertInterrupted(String sql) throws Exception {
    Thread reader = Thread.currentThread();
    Thread interrupter =
        new Thread(
            () -> {
              try {
                Thread.sleep(150);
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              reader.interrupt();
            });
    interrupter.start();
    long start = System.nanoTime();
    SQLException error = assertThrows(SQLException.class, () -> readAll(connection, sql));
    long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
    assertEquals("57014", error.getSQLState(), error.getMessage());
    assertTrue(millis < 2000, () -> "stopped after " + millis + " ms");
    assertTrue(Thread.interrupted(), "the interrupt status is kept");
    interrupter.join();
  }

  private static long readAll(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      long count = 0;
      while (rows.next()) {
        count++;
      }
      return count;
    }
  }

  @Test
  void aLongQuery() throws Exception {
    assertInterrupted("SELECT sum(length(replace(repeat(n::text, 20000), '1', '23'))) FROM t");
    assertEquals(1, readAll(connection, "SELECT 1"));
  }

  @Test
  void oneBatchOfAnExpensiveExpression() throws Exception {
    assertInterrupted(
        "SELECT max(length(replace(replace(repeat(n::text, 100000), '1', '2'), '2', '3')))"
            + " FROM t WHERE n < 1500");
  }

  @Test
  void aSortThatSpills() throws Exception {
    assertInterrupted("SELECT repeat(n::text, 300) AS r FROM t ORDER BY r DESC");
    try (Stream<Path> files = Files.walk(directory)) {
      assertFalse(files.anyMatch(file -> file.toString().endsWith(".spill")));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    assertEquals(1 << 16, readAll(other, "SELECT repeat(n::text, 30) AS r FROM t ORDER BY r"));
  }

  @Test
  void anInterruptFailsTheStatementAndNotTheTransaction() throws Exception {
    connection.setAutoCommit(false);
    execute(connection, "UPDATE t SET s = 'kept' WHERE n = 1");
    assertInterrupted("SELECT sum(length(repeat(n::text, 100000))) FROM t");
    connection.commit();
    assertEquals(1, readAll(other, "SELECT * FROM t WHERE s = 'kept'"));
  }

  @Test
  void aWaitForALock() throws Exception {
    other.setAutoCommit(false);
    execute(other, "UPDATE t SET s = 'mine' WHERE n = 5");
    Thread waiting = Thread.currentThread();
    new Thread(waiting::interrupt).start();
    SQLException error =
        assertThrows(
            SQLException.class, () -> execute(connection, "UPDATE t SET s = 'y' WHERE n = 5"));
    assertEquals("57014", error.getSQLState());
    assertTrue(Thread.interrupted());
    other.rollback();
    execute(connection, "UPDATE t SET s = 'y' WHERE n = 5");
  }

  @Test
  void openingOnAnInterruptedThreadLeavesNothingBehind(@TempDir Path fresh) throws Exception {
    Thread.currentThread().interrupt();
    try (Connection opened = DriverManager.getConnection("jdbc:gabbro:" + fresh)) {
      assertFalse(opened.isClosed());
    } catch (SQLException e) {
      assertEquals("57014", e.getSQLState(), e.getMessage());
    }
    assertTrue(Thread.interrupted());
    try (Connection opened = DriverManager.getConnection("jdbc:gabbro:" + fresh)) {
      assertEquals(1, readAll(opened, "SELECT 1"));
    }
  }

  @Test
  void aBatchThatWaitsInVainTellsItsRowAndWaitsOnce() throws Exception {
    other.setAutoCommit(false);
    execute(other, "INSERT INTO t VALUES (-3, 'mine')");
    execute(connection, "SET lock_timeout = '400ms'");
    try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t VALUES (?, 'b')")) {
      for (int key = -1; key >= -5000; key--) {
        insert.setInt(1, key == -1 ? -4999 : key == -4999 ? -1 : key);
        insert.addBatch();
      }
      long start = System.nanoTime();
      BatchUpdateException error = assertThrows(BatchUpdateException.class, insert::executeBatch);
      long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
      assertEquals("55P03", error.getSQLState());
      assertTrue(error.getMessage().contains("row 3 "), error.getMessage());
      assertTrue(millis < 790, () -> "waited " + millis + " ms");
    }
  }
}
