package io.gabbro.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.session.Gabbro;
import io.gabbro.session.Session;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionTest extends DatabaseTest {
  @BeforeEach
  void createTable() throws SQLException {
    execute("CREATE TABLE t (a INT PRIMARY KEY)");
  }

  @Test
  void everyStatementCommitsByDefault() throws SQLException {
    assertTrue(connection.getAutoCommit());
    execute("INSERT INTO t VALUES (1)");
    assertState("25000", connection::commit);
    assertState("25000", connection::rollback);
    assertState("25000", connection::setSavepoint);
    assertEquals(List.of("1"), query("SELECT a FROM t"));
  }

  @Test
  void commitAndRollback() throws SQLException {
    connection.setAutoCommit(false);
    execute("INSERT INTO t VALUES (1)");
    connection.commit();
    execute("INSERT INTO t VALUES (2)");
    connection.rollback();
    assertEquals(List.of("1"), query("SELECT a FROM t"));
    execute("INSERT INTO t VALUES (3)");
    connection.setAutoCommit(true);
    assertEquals(List.of("1", "3"), query("SELECT a FROM t ORDER BY a"));
  }

  @Test
  void beginInAutoCommitModeCanBeCommitted() throws SQLException {
    execute("BEGIN", "INSERT INTO t VALUES (1)");
    connection.rollback();
    execute("BEGIN", "INSERT INTO t VALUES (2)");
    connection.commit();
    assertEquals(List.of("2"), query("SELECT a FROM t"));
  }

  @Test
  void savepoints() throws SQLException {
    connection.setAutoCommit(false);
    execute("INSERT INTO t VALUES (1)");
    Savepoint unnamed = connection.setSavepoint();
    execute("INSERT INTO t VALUES (2)");
    Savepoint named = connection.setSavepoint("Point");
    assertEquals("Point", named.getSavepointName());
    assertTrue(unnamed.getSavepointId() > 0);
    assertState("42809", named::getSavepointId);
    assertState("42809", unnamed::getSavepointName);
    execute("INSERT INTO t VALUES (3)");
    connection.rollback(named);
    assertEquals(List.of("1", "2"), query("SELECT a FROM t ORDER BY a"));
    connection.releaseSavepoint(named);
    assertState("3B001", () -> connection.rollback(named));
    connection.rollback(unnamed);
    assertEquals(List.of("1"), query("SELECT a FROM t"));
    connection.commit();
  }

  @Test
  void isolationLevels() throws SQLException {
    assertEquals(Connection.TRANSACTION_READ_COMMITTED, connection.getTransactionIsolation());
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    assertEquals(Connection.TRANSACTION_REPEATABLE_READ, connection.getTransactionIsolation());
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_UNCOMMITTED);
    assertEquals(Connection.TRANSACTION_READ_COMMITTED, connection.getTransactionIsolation());
    connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
    assertEquals(Connection.TRANSACTION_SERIALIZABLE, connection.getTransactionIsolation());
    assertTrue(
        connection
            .getMetaData()
            .supportsTransactionIsolationLevel(Connection.TRANSACTION_SERIALIZABLE));
    assertState("22023", () -> connection.setTransactionIsolation(Connection.TRANSACTION_NONE));
  }

  @Test
  void readOnlyConnectionsDoNotWrite() throws SQLException {
    assertFalse(connection.isReadOnly());
    connection.setReadOnly(true);
    assertTrue(connection.isReadOnly());
    assertState("25006", () -> execute("INSERT INTO t VALUES (1)"));
    connection.setReadOnly(false);
    execute("INSERT INTO t VALUES (1)");
  }

  @Test
  void validity() throws SQLException {
    assertTrue(connection.isValid(1));
    assertState("22023", () -> connection.isValid(-1));
    connection.close();
    assertFalse(connection.isValid(1));
    assertTrue(connection.isClosed());
    connection.close();
  }

  @Test
  void abortClosesThroughTheExecutor() throws SQLException {
    Runnable[] work = new Runnable[1];
    connection.abort(task -> work[0] = task);
    work[0].run();
    assertTrue(connection.isClosed());
    assertState("08003", () -> connection.createStatement());
    assertState("22023", () -> connection.abort(null));
  }

  @Test
  void schemaAndCatalog() throws SQLException {
    assertNull(connection.getCatalog());
    connection.setCatalog("ignored");
    assertEquals("public", connection.getSchema());
    connection.setSchema("public");
    assertState("42P99", () -> connection.setSchema("other"));
  }

  @Test
  void otherKindsOfResultsAreReplacedWithAWarning() throws SQLException {
    assertNull(connection.getWarnings());
    Statement own =
        connection.createStatement(
            ResultSet.TYPE_SCROLL_INSENSITIVE,
            ResultSet.CONCUR_UPDATABLE,
            ResultSet.HOLD_CURSORS_OVER_COMMIT);
    assertEquals(ResultSet.TYPE_FORWARD_ONLY, own.getResultSetType());
    assertEquals(ResultSet.CONCUR_READ_ONLY, own.getResultSetConcurrency());
    assertEquals(ResultSet.CLOSE_CURSORS_AT_COMMIT, own.getResultSetHoldability());
    assertEquals("01000", connection.getWarnings().getSQLState());
    assertNull(connection.getWarnings().getNextWarning().getNextWarning().getNextWarning());
    connection.clearWarnings();
    assertNull(connection.getWarnings());
    connection
        .prepareStatement("SELECT 1", ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)
        .close();
    assertNull(connection.getWarnings());
    assertState("22023", () -> connection.createStatement(1, ResultSet.CONCUR_READ_ONLY));
  }

  @Test
  void whatIsWrapped() throws SQLException {
    assertTrue(connection.isWrapperFor(Session.class));
    assertTrue(connection.isWrapperFor(Gabbro.class));
    assertFalse(connection.isWrapperFor(String.class));
    Session session = connection.unwrap(Session.class);
    assertSame(session.database(), connection.unwrap(Gabbro.class));
    assertSame(connection, connection.unwrap(Connection.class));
    assertState("42809", () -> connection.unwrap(String.class));
  }

  @Test
  void escapesAreTranslated() throws SQLException {
    assertEquals("SELECT DATE '2024-01-31'", connection.nativeSQL("SELECT {d '2024-01-31'}"));
    assertEquals(List.of("2024-01-31"), query("SELECT {d '2024-01-31'}"));
    statement.setEscapeProcessing(false);
    assertState("42601", () -> statement.executeQuery("SELECT {d '2024-01-31'}"));
  }

  @Test
  void clientInfo() throws SQLException {
    connection.setClientInfo("ApplicationName", "test");
    assertEquals("test", connection.getClientInfo("ApplicationName"));
    Properties properties = new Properties();
    properties.setProperty("ClientUser", "me");
    connection.setClientInfo(properties);
    assertEquals(properties, connection.getClientInfo());
    connection.setClientInfo("ClientUser", null);
    assertNull(connection.getClientInfo("ClientUser"));
    connection.close();
    Assertions.assertThrows(SQLClientInfoException.class, () -> connection.setClientInfo("a", "b"));
  }

  @Test
  void settingsWithoutEffect() throws SQLException {
    connection.setNetworkTimeout(Runnable::run, 500);
    assertEquals(500, connection.getNetworkTimeout());
    connection.setTypeMap(new HashMap<>());
    assertEquals(Map.of(), connection.getTypeMap());
    connection.setHoldability(ResultSet.CLOSE_CURSORS_AT_COMMIT);
    assertState("42P99", () -> connection.setHoldability(ResultSet.HOLD_CURSORS_OVER_COMMIT));
    connection.beginRequest();
    connection.endRequest();
  }

  @Test
  void whatIsNotSupportedSaysSo() {
    List<Work> calls =
        List.of(
            () -> connection.prepareCall("{call p()}"),
            () -> connection.createArrayOf("INT", new Object[0]),
            () -> connection.createStruct("s", new Object[0]),
            connection::createSQLXML);
    for (Work call : calls) {
      assertInstanceOf(SQLFeatureNotSupportedException.class, assertState("42P99", call));
    }
  }

  @Test
  void nothingWorksAfterClose() throws SQLException {
    PreparedStatement prepared = connection.prepareStatement("SELECT a FROM t WHERE a = ?");
    ResultSet open = statement.executeQuery("SELECT 1");
    connection.close();
    List<Work> calls =
        List.of(
            connection::createStatement,
            () -> connection.prepareStatement("SELECT 1"),
            connection::getAutoCommit,
            () -> connection.setAutoCommit(false),
            connection::commit,
            connection::getMetaData,
            connection::getWarnings,
            connection::isReadOnly,
            () -> connection.nativeSQL("SELECT 1"),
            () -> statement.executeQuery("SELECT 1"),
            statement::getResultSet,
            statement::getConnection,
            statement::cancel,
            prepared::executeQuery,
            prepared::addBatch,
            open::next,
            open::getMetaData);
    for (Work call : calls) {
      assertInstanceOf(SQLNonTransientConnectionException.class, assertState("08003", call));
    }
    assertTrue(statement.isClosed());
    assertTrue(prepared.isClosed());
    assertTrue(open.isClosed());
    statement.close();
    prepared.close();
    open.close();
  }

  @Test
  void resultsAreClosedByCommit() throws SQLException {
    execute("INSERT INTO t VALUES (1)");
    connection.setAutoCommit(false);
    ResultSet first = statement.executeQuery("SELECT a FROM t");
    connection.commit();
    assertTrue(first.isClosed());
    ResultSet second = statement.executeQuery("SELECT a FROM t");
    connection.rollback();
    assertState("55000", second::next);
  }

  @Test
  void aDatabaseInMemoryIsPrivateUnlessNamed() throws SQLException {
    Connection other = new GabbroDataSource("jdbc:gabbro:mem:").getConnection();
    assertState("42P01", () -> other.createStatement().executeQuery("SELECT a FROM t"));
    other.close();
    GabbroDataSource shared = new GabbroDataSource();
    shared.setPath("mem:connection-test");
    try (Connection one = shared.getConnection();
        Connection two = shared.getConnection()) {
      one.createStatement().execute("CREATE TABLE s (a INT)");
      assertEquals(0, two.createStatement().executeUpdate("DELETE FROM s"));
    }
    try (Connection later = shared.getConnection()) {
      assertState("42P01", () -> later.createStatement().executeQuery("SELECT a FROM s"));
    }
  }
}
