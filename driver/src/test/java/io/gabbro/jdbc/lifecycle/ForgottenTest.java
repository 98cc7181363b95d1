package io.gabbro.jdbc.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.config.DatabaseOptions;
import io.gabbro.config.Option;
import io.gabbro.error.GabbroException;
import io.gabbro.execution.Cancellation;
import io.gabbro.key.KeyCodecs;
import io.gabbro.serializer.raw.RawSerializer;
import io.gabbro.session.Gabbro;
import io.gabbro.session.Holdings;
import io.gabbro.session.Parameters;
import io.gabbro.session.Result;
import io.gabbro.session.Session;
import io.gabbro.storage.Direction;
import io.gabbro.table.Range;
import io.gabbro.table.Table;
import io.gabbro.table.TableScanner;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an application forgets to close is given back after its garbage collection. */
@Timeout(120)
class ForgottenTest {
  private static final int TIMES = 50;

  @TempDir Path directory;
  private Gabbro database;
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    database = Gabbro.open(directory);
    connection = connect();
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE t (a INT PRIMARY KEY, b TEXT)");
    }
    try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t VALUES (?, 'x')")) {
      for (int row = 0; row < 10_000; row++) {
        insert.setInt(1, row);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    database.close();
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:gabbro:" + directory);
  }

  /** Collects garbage until something has happened. */
  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() - deadline < 0, "still held");
      System.gc();
      sleep();
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void awaitNothingHeld() {
    await(() -> Holdings.of(database).equals(Holdings.NONE));
  }

  @Test
  void resultSetsAndStatements() throws SQLException {
    for (int time = 0; time < TIMES; time++) {
      readOneRow(connection.createStatement().executeQuery("SELECT * FROM t"));
      readOneRow(connection.prepareStatement("SELECT b FROM t WHERE a > 5").executeQuery());
    }
    assertNotEquals(Holdings.NONE, Holdings.of(database));
    awaitNothingHeld();
    assertFalse(connection.isClosed());
  }

  private static void readOneRow(ResultSet rows) throws SQLException {
    assertTrue(rows.next());
  }

  @Test
  void resultSetsThatWereKeptOpen() throws SQLException {
    Statement statement = connection.createStatement();
    for (int time = 0; time < TIMES; time++) {
      readOneRow(statement.executeQuery("SELECT * FROM t"));
      assertFalse(statement.getMoreResults(Statement.KEEP_CURRENT_RESULT));
    }
    statement = null;
    awaitNothingHeld();
  }

  @Test
  void aResultSetKeepsItsStatementAndConnection() throws SQLException {
    ResultSet rows = connect().createStatement().executeQuery("SELECT * FROM t");
    for (int time = 0; time < 5; time++) {
      System.gc();
      sleep();
    }
    int count = 0;
    while (rows.next()) {
      count++;
    }
    assertEquals(10_000, count);
    rows = null;
    awaitNothingHeld();
  }

  @Test
  void connectionsWithOpenTransactions() throws SQLException {
    List<Connection> forgotten = new ArrayList<>();
    for (int time = 0; time < TIMES; time++) {
      forgotten.add(change(time));
    }
    assertEquals(TIMES, Holdings.of(database).locks());
    assertEquals(TIMES, forgotten.size());
    forgotten.clear();
    awaitNothingHeld();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM t WHERE b <> 'x'")) {
      assertTrue(rows.next());
      assertEquals(0, rows.getInt(1));
    }
  }

  private Connection change(int row) throws SQLException {
    Connection changing = connect();
    changing.setAutoCommit(false);
    try (Statement statement = changing.createStatement()) {
      assertEquals(1, statement.executeUpdate("UPDATE t SET b = 'y' WHERE a = " + row));
    }
    return changing;
  }

  @Test
  void sessionsResultsAndSnapshotsOfTheEngine() {
    List<Session> forgotten = new ArrayList<>();
    for (int time = 0; time < TIMES; time++) {
      Session session = database.newSession(DatabaseOptions.defaults());
      session.setAutoCommit(false);
      session.prepare("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
      assertEquals(new Result.UpdateCount(1), execute(session, "DELETE FROM t WHERE a = " + time));
      assertTrue(((Result.Rows) execute(session, "SELECT * FROM t")).next() != null);
      forgotten.add(session);
    }
    assertEquals(TIMES, Holdings.of(database).locks());
    assertEquals(TIMES, forgotten.size());
    forgotten.clear();
    awaitNothingHeld();
  }

  private static Result execute(Session session, String sql) {
    Parameters none = new Parameters(List.of());
    none.endRow();
    return session.prepare(sql).execute(none, new Cancellation());
  }

  @Test
  void scannersOfTypedTables() {
    Table<Integer, byte[]> table = database.table("typed", KeyCodecs.INT, new RawSerializer());
    table.put(1, new byte[1]);
    for (int time = 0; time < TIMES; time++) {
      TableScanner<Integer, byte[]> scanner = table.scan(Range.all(), Direction.FORWARD);
      assertTrue(scanner.next());
    }
    awaitNothingHeld();
    assertTrue(table.containsKey(1));
  }

  @Test
  void databaseHandles(@TempDir Path other) {
    Table<Integer, byte[]> table = forgetHandles(other);
    for (int time = 0; time < 5; time++) {
      System.gc();
      sleep();
    }
    assertTrue(table.containsKey(7), "a typed table keeps the database open");
    assertTrue(isOpen(other));
    table = null;
    await(() -> !isOpen(other));
  }

  private static Table<Integer, byte[]> forgetHandles(Path other) {
    for (int time = 0; time < TIMES; time++) {
      assertFalse(Gabbro.open(other).isClosed());
    }
    Table<Integer, byte[]> table =
        Gabbro.open(other).table("typed", KeyCodecs.INT, new RawSerializer());
    table.put(7, new byte[1]);
    return table;
  }

  /** Whether this process has the directory open: an option that counts only then tells it. */
  private static boolean isOpen(Path other) {
    try (Gabbro probe =
        Gabbro.open(other, DatabaseOptions.defaults().with(Option.MODE, "readonly"))) {
      probe.table("probe", KeyCodecs.INT, new RawSerializer()).put(1, new byte[0]);
      return true;
    } catch (GabbroException e) {
      return false;
    }
  }

  @Test
  void aSessionThatIsClosedClosesItsResults() {
    Session session = database.newSession(DatabaseOptions.defaults());
    Result.Rows rows = (Result.Rows) execute(session, "SELECT * FROM t");
    assertTrue(rows.next() != null);
    session.close();
    assertEquals(Holdings.NONE, Holdings.of(database));
    assertThrows(GabbroException.class, rows::next);
    rows.close();
  }
}
