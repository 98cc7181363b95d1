package io.gabbro.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatementTest extends DatabaseTest {
  @BeforeEach
  void createTable() throws SQLException {
    execute(
        "CREATE TABLE t (a INT PRIMARY KEY, b VARCHAR(10) DEFAULT 'none')",
        "INSERT INTO t VALUES (1, 'one'), (2, 'two'), (3, NULL)");
  }

  @Test
  void aQueryHasAResultSet() throws SQLException {
    assertTrue(statement.execute("SELECT a FROM t"));
    ResultSet result = statement.getResultSet();
    assertSame(statement, result.getStatement());
    assertEquals(-1, statement.getUpdateCount());
    assertFalse(statement.getMoreResults());
    assertTrue(result.isClosed());
    assertNull(statement.getResultSet());
    assertEquals(-1, statement.getUpdateCount());
  }

  @Test
  void anUpdateHasACount() throws SQLException {
    assertFalse(statement.execute("UPDATE t SET b = 'x' WHERE a > 1"));
    assertNull(statement.getResultSet());
    assertEquals(2, statement.getUpdateCount());
    assertEquals(2, statement.getLargeUpdateCount());
    assertFalse(statement.getMoreResults());
    assertEquals(-1, statement.getUpdateCount());
    assertEquals(3, statement.executeUpdate("DELETE FROM t"));
    assertEquals(0, statement.executeLargeUpdate("CREATE TABLE u (a INT)"));
  }

  @Test
  void theWrongMethodIsAnErrorBeforeAnythingHappens() throws SQLException {
    assertState("42809", () -> statement.executeQuery("DELETE FROM t"));
    assertEquals(List.of("3"), query("SELECT count(*) FROM t"));
    assertState("42809", () -> statement.executeUpdate("SELECT a FROM t"));
    assertNull(statement.getResultSet());
  }

  @Test
  void rowsOfReturningAreAResultSetOrCounted() throws SQLException {
    String sql = "INSERT INTO t (a) VALUES (%d), (%d) RETURNING a, b";
    assertEquals(
        List.of("4,none", "5,none"), rows(statement.executeQuery(String.format(sql, 4, 5))));
    assertEquals(2, statement.executeUpdate(String.format(sql, 6, 7)));
    assertTrue(statement.execute(String.format(sql, 8, 9)));
    assertEquals(List.of("9"), query("SELECT count(*) FROM t"));
  }

  @Test
  void generatedKeys() throws SQLException {
    execute("CREATE TABLE k (id BIGINT PRIMARY KEY, \"Name\" TEXT DEFAULT 'x', c INT)");
    assertEquals(
        2,
        statement.executeUpdate(
            "INSERT INTO k (id, c) VALUES (1, 7), (2, 8)", Statement.RETURN_GENERATED_KEYS));
    assertEquals(List.of("1,x", "2,x"), rows(statement.getGeneratedKeys()));
    statement.executeUpdate("INSERT INTO k (id, c) VALUES (3, 9)", new String[] {"C", "Name"});
    assertEquals(List.of("9,x"), rows(statement.getGeneratedKeys()));
    assertFalse(statement.execute("INSERT INTO k (id, c) VALUES (4, 10)", new int[] {3, 1}));
    assertEquals(1, statement.getUpdateCount());
    assertEquals(List.of("10,4"), rows(statement.getGeneratedKeys()));
    assertState(
        "42P10", () -> statement.execute("INSERT INTO k VALUES (5, 'y', 1)", new int[] {4}));
    assertState(
        "42703", () -> statement.execute("INSERT INTO k VALUES (5)", new String[] {"nope"}));
    statement.executeUpdate("INSERT INTO k VALUES (6, 'y', 1)");
    assertEquals(List.of(), rows(statement.getGeneratedKeys()));
    assertState("22023", () -> statement.execute("SELECT 1", 17));
  }

  @Test
  void aTableWithoutPrimaryKeyHasAHiddenKey() throws SQLException {
    execute("CREATE TABLE h (c INT)");
    statement.executeUpdate("INSERT INTO h VALUES (1), (2)", Statement.RETURN_GENERATED_KEYS);
    List<String> keys = rows(statement.getGeneratedKeys());
    assertEquals(2, keys.stream().distinct().count());
  }

  @Test
  void theGreatestNumberOfRows() throws SQLException {
    statement.setMaxRows(2);
    assertEquals(2, statement.getMaxRows());
    assertEquals(2, rows(statement.executeQuery("SELECT a FROM t")).size());
    statement.setLargeMaxRows(0);
    assertEquals(3, rows(statement.executeQuery("SELECT a FROM t")).size());
    assertState("22023", () -> statement.setMaxRows(-1));
  }

  @Test
  void theGreatestSizeOfFields() throws SQLException {
    statement.setMaxFieldSize(2);
    ResultSet result = statement.executeQuery("SELECT b, '\\x010203'::bytea, 12345 FROM t");
    assertTrue(result.next());
    assertEquals("on", result.getString(1));
    assertEquals(2, result.getBytes(2).length);
    assertEquals("12345", result.getString(3));
  }

  @Test
  void settings() throws SQLException {
    statement.setFetchSize(10);
    assertEquals(10, statement.getFetchSize());
    assertEquals(10, statement.executeQuery("SELECT 1").getFetchSize());
    statement.setPoolable(true);
    assertTrue(statement.isPoolable());
    statement.setFetchDirection(ResultSet.FETCH_REVERSE);
    assertEquals(ResultSet.FETCH_FORWARD, statement.getFetchDirection());
    assertState("22023", () -> statement.setFetchDirection(7));
    assertState("22023", () -> statement.setQueryTimeout(-1));
    statement.setCursorName("ignored");
    assertTrue(statement.isWrapperFor(Statement.class));
    assertSame(statement, statement.unwrap(Statement.class));
  }

  @Test
  void anExecutionClosesTheResultBefore() throws SQLException {
    ResultSet first = statement.executeQuery("SELECT a FROM t");
    ResultSet second = statement.executeQuery("SELECT a FROM t");
    assertTrue(first.isClosed());
    assertFalse(second.isClosed());
    statement.close();
    assertTrue(second.isClosed());
    assertState("55000", second::next);
    assertState("55000", () -> statement.execute("SELECT 1"));
    statement.close();
  }

  @Test
  void resultsOfTwoStatementsAreReadInTurn() throws SQLException {
    try (Statement other = connection.createStatement()) {
      ResultSet first = statement.executeQuery("SELECT a FROM t ORDER BY a");
      ResultSet second = other.executeQuery("SELECT a FROM t ORDER BY a DESC");
      assertTrue(first.next() && second.next() && first.next() && second.next());
      assertEquals(2, first.getInt(1));
      assertEquals(2, second.getInt(1));
    }
  }

  @Test
  void rowsAreReadWhileOthersAreWritten() throws SQLException {
    createBigTable(13);
    try (Statement other = connection.createStatement()) {
      ResultSet result = statement.executeQuery("SELECT n FROM big ORDER BY n");
      int count = 0;
      while (result.next()) {
        count++;
        if (count % 1000 == 0) {
          other.executeUpdate("DELETE FROM big WHERE n = " + count);
        }
      }
      assertEquals(1 << 13, count);
    }
  }

  @Test
  void closeOnCompletion() throws SQLException {
    statement.closeOnCompletion();
    assertTrue(statement.isCloseOnCompletion());
    ResultSet first = statement.executeQuery("SELECT a FROM t");
    ResultSet second = statement.executeQuery("SELECT a FROM t");
    assertTrue(first.isClosed());
    assertFalse(statement.isClosed());
    second.close();
    assertTrue(statement.isClosed());
  }

  @Test
  void aStatementWithParametersHasToBePrepared() {
    SQLException error = assertState("42P02", () -> statement.executeQuery("SELECT ?::int"));
    assertTrue(error.getMessage().contains("PreparedStatement"), error.getMessage());
  }

  @Test
  void anErrorLeavesTheStatementUsable() throws SQLException {
    assertState("42601", () -> statement.executeQuery("SELECT FROM WHERE"));
    assertState("22023", () -> statement.execute(null));
    assertEquals(List.of("1"), rows(statement.executeQuery("SELECT 1")));
  }

  @Test
  void identifiersAndLiteralsAreQuoted() throws SQLException {
    assertEquals("'it''s'", statement.enquoteLiteral("it's"));
    assertEquals("\"a b\"", statement.enquoteIdentifier("a b", false));
    assertNotNull(statement.enquoteNCharLiteral("x"));
  }
}
