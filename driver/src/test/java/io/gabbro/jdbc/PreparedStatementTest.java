package io.gabbro.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.JDBCType;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PreparedStatementTest extends DatabaseTest {
  @BeforeEach
  void createTable() throws SQLException {
    execute(
        "CREATE TABLE t (i INT PRIMARY KEY, n NUMERIC(6,2), s VARCHAR(5), d DATE, x DOUBLE PRECISION)",
        "INSERT INTO t VALUES (1, 1.25, 'a', DATE '2024-01-01', 0.1),"
            + " (2, 2.50, 'bb', DATE '2024-01-02', 0.2),"
            + " (3, 3.75, 'ccc', DATE '2024-01-03', 0.3)");
  }

  /** Sets the parameters of a statement. */
  private interface Setter {
    void set(PreparedStatement prepared) throws SQLException;
  }

  private List<String> query(String sql, Setter setter) throws SQLException {
    try (PreparedStatement prepared = connection.prepareStatement(sql)) {
      setter.set(prepared);
      return rows(prepared.executeQuery());
    }
  }

  @Test
  void valuesBeyondTheTypeOfAColumnAreComparedAsTheyAre() throws SQLException {
    String greater = "SELECT i FROM t WHERE i > ? ORDER BY i";
    assertEquals(List.of("3"), query(greater, p -> p.setDouble(1, 2.5)));
    assertEquals(List.of("2", "3"), query(greater, p -> p.setBigDecimal(1, new BigDecimal("1.5"))));
    assertEquals(List.of(), query(greater, p -> p.setLong(1, 3_000_000_000L)));
    assertEquals(List.of("1", "2", "3"), query(greater, p -> p.setLong(1, -3_000_000_000L)));
    assertEquals(List.of("3"), query(greater, p -> p.setString(1, "2")));
    assertState("22P02", () -> query(greater, p -> p.setString(1, "2.5")));
    String decimal = "SELECT i FROM t WHERE n > ? ORDER BY i";
    assertEquals(List.of("3"), query(decimal, p -> p.setBigDecimal(1, new BigDecimal("2.5001"))));
    assertEquals(List.of("2", "3"), query(decimal, p -> p.setDouble(1, 2.4999)));
    assertEquals(List.of(), query(decimal, p -> p.setBigDecimal(1, new BigDecimal("1e20"))));
    String day = "SELECT i FROM t WHERE d >= ? ORDER BY i";
    assertEquals(
        List.of("3"), query(day, p -> p.setTimestamp(1, Timestamp.valueOf("2024-01-02 12:00:00"))));
    assertEquals(
        List.of("2", "3"),
        query(day, p -> p.setTimestamp(1, Timestamp.valueOf("2024-01-02 00:00:00"))));
    assertState("22007", () -> query(day, p -> p.setString(1, "soon")));
    assertEquals(List.of("1"), query("SELECT i FROM t WHERE s = ?", p -> p.setString(1, "a")));
    assertEquals(
        List.of(), query("SELECT i FROM t WHERE s = ?", p -> p.setString(1, "too long for it")));
  }

  @Test
  void aValueThatNoTypeFitsIsAnErrorOfTheStatement() {
    SQLException error =
        assertState(
            "42883", () -> query("SELECT i FROM t WHERE d = ?", p -> p.setInt(1, 20240101)));
    assertTrue(error.getMessage().contains("date"), error.getMessage());
  }

  @Test
  void theAssignmentCastDecidesWhatIsStored() throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t VALUES (?, ?, ?)")) {
      insert.setDouble(1, 4.6);
      insert.setBigDecimal(2, new BigDecimal("1.005"));
      insert.setString(3, "ab   ");
      insert.executeUpdate();
      assertEquals(List.of("5,1.01,ab   "), query("SELECT i, n, s FROM t WHERE i > 3"));
      insert.setLong(1, 3_000_000_000L);
      assertState("22003", insert::executeUpdate);
      insert.setInt(1, 6);
      insert.setString(3, "abcdef");
      assertState("22001", insert::executeUpdate);
      insert.setString(3, "abc");
      insert.setBigDecimal(2, new BigDecimal("123456"));
      assertState("22003", insert::executeUpdate);
      insert.setNull(2, Types.NUMERIC);
      assertEquals(1, insert.executeUpdate());
    }
  }

  @Test
  void aParameterWithoutContextHasTheTypeOfItsValue() throws SQLException {
    try (PreparedStatement select = connection.prepareStatement("SELECT ?")) {
      select.setInt(1, 5);
      ResultSet result = select.executeQuery();
      assertEquals(Types.INTEGER, result.getMetaData().getColumnType(1));
      select.setString(1, "five");
      result = select.executeQuery();
      assertEquals(Types.VARCHAR, result.getMetaData().getColumnType(1));
      assertEquals(List.of("five"), rows(result));
      select.setObject(1, null);
      assertEquals(List.of("null"), rows(select.executeQuery()));
    }
  }

  @Test
  void missingParameters() throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT i FROM t WHERE i = ? OR i = ?")) {
      select.setInt(1, 1);
      SQLException error = assertState("42P02", select::executeQuery);
      assertEquals("parameter 2 has no value", error.getMessage());
      select.setInt(2, 2);
      assertEquals(List.of("1", "2"), rows(select.executeQuery()));
      select.clearParameters();
      assertState("42P02", select::executeQuery);
      assertState("22023", () -> select.setInt(3, 1));
      assertState("22023", () -> select.setInt(0, 1));
    }
  }

  @Test
  void parametersMayBeSetWhileRowsAreRead() throws SQLException {
    createBigTable(13);
    try (PreparedStatement select =
        connection.prepareStatement("SELECT n, ?::int FROM big WHERE n > ?")) {
      select.setInt(1, 7);
      select.setLong(2, 10);
      ResultSet result = select.executeQuery();
      assertTrue(result.next());
      select.setInt(1, 8);
      select.setLong(2, 1L << 40);
      int count = 1;
      while (result.next()) {
        assertEquals(7, result.getInt(2));
        count++;
      }
      assertEquals((1 << 13) - 10, count);
      assertFalse(select.executeQuery().next());
    }
  }

  @Test
  void aChangedTableIsNoticed() throws SQLException {
    try (PreparedStatement select = connection.prepareStatement("SELECT * FROM t WHERE i = ?");
        PreparedStatement insert = connection.prepareStatement("INSERT INTO u VALUES (?)")) {
      select.setInt(1, 1);
      assertEquals(5, select.executeQuery().getMetaData().getColumnCount());
      execute("ALTER TABLE t ADD COLUMN z INT DEFAULT 9");
      ResultSet result = select.executeQuery();
      assertTrue(result.next());
      assertEquals(9, result.getInt("z"));
      assertNull(insert);
    } catch (SQLException e) {
      assertEquals("42P01", e.getSQLState());
    }
  }

  @Test
  void aParameterWhoseColumnChangesItsType() throws SQLException {
    execute("CREATE TABLE u (a INT)");
    try (PreparedStatement insert = connection.prepareStatement("INSERT INTO u VALUES (?)")) {
      insert.setInt(1, 1);
      insert.executeUpdate();
      execute("DROP TABLE u", "CREATE TABLE u (a TEXT)");
      insert.setInt(1, 2);
      insert.executeUpdate();
      insert.setString(1, "three");
      insert.executeUpdate();
      assertEquals(List.of("2", "three"), query("SELECT a FROM u ORDER BY a"));
      execute("DROP TABLE u");
      assertState("42P01", insert::executeUpdate);
    }
  }

  @Test
  void streamsAndLargeObjects() throws SQLException {
    execute("CREATE TABLE l (b BYTEA, s TEXT)");
    byte[] bytes = "some bytes".getBytes(StandardCharsets.UTF_8);
    List<Setter> setters =
        List.of(
            p -> p.setBinaryStream(1, new ByteArrayInputStream(bytes)),
            p -> p.setBinaryStream(1, new ByteArrayInputStream(bytes), 4),
            p -> p.setBinaryStream(1, new ByteArrayInputStream(bytes), 4L),
            p -> p.setBlob(1, new ByteArrayInputStream(bytes)),
            p -> p.setBlob(1, new ByteArrayInputStream(bytes), 4),
            p -> p.setBlob(1, (Blob) null),
            p -> p.setAsciiStream(2, new ByteArrayInputStream(bytes)),
            p -> p.setAsciiStream(2, new ByteArrayInputStream(bytes), 4),
            p -> p.setAsciiStream(2, new ByteArrayInputStream(bytes), 4L),
            p -> p.setCharacterStream(2, new StringReader("some text")),
            p -> p.setCharacterStream(2, new StringReader("some text"), 4),
            p -> p.setCharacterStream(2, new StringReader("some text"), 4L),
            p -> p.setNCharacterStream(2, new StringReader("some text")),
            p -> p.setNCharacterStream(2, new StringReader("some text"), 4),
            p -> p.setClob(2, new StringReader("some text")),
            p -> p.setClob(2, new StringReader("some text"), 4),
            p -> p.setNClob(2, new StringReader("some text"), 4),
            p -> p.setClob(2, (Clob) null),
            p -> {
              Clob clob = connection.createClob();
              clob.setString(1, "clob");
              p.setClob(2, clob);
              Blob blob = connection.createBlob();
              blob.setBytes(1, bytes);
              p.setBlob(1, blob);
            });
    try (PreparedStatement insert = connection.prepareStatement("INSERT INTO l VALUES (?, ?)")) {
      for (Setter setter : setters) {
        insert.setNull(1, Types.VARBINARY);
        insert.setNull(2, Types.VARCHAR);
        setter.set(insert);
        insert.executeUpdate();
      }
      assertState("22023", () -> insert.setBinaryStream(1, new ByteArrayInputStream(bytes), 99));
    }
    assertEquals(
        List.of(
            "\\x736f6d65,3",
            "\\x736f6d65206279746573,2",
            "clob,1",
            "some,7",
            "some bytes,1",
            "some text,3"),
        query(
            "SELECT coalesce(s, b::text), count(*) FROM l WHERE s IS NOT NULL OR b IS NOT NULL"
                + " GROUP BY 1 ORDER BY 1"));
  }

  @Test
  void setObjectWithTargetTypes() throws SQLException {
    String select = "SELECT ?";
    assertEquals(List.of("5"), query(select, p -> p.setObject(1, "5", Types.INTEGER)));
    assertEquals(List.of("2"), query(select, p -> p.setObject(1, 2.7, Types.INTEGER)));
    assertEquals(List.of("2.70"), query(select, p -> p.setObject(1, "2.7", Types.DECIMAL, 2)));
    assertEquals(List.of("2.7"), query(select, p -> p.setObject(1, 2.7, JDBCType.VARCHAR)));
    assertEquals(
        List.of("2024-01-31"), query(select, p -> p.setObject(1, "2024-01-31", Types.DATE)));
    assertEquals(
        List.of("2024-01-31"),
        query(select, p -> p.setObject(1, Timestamp.valueOf("2024-01-31 00:00:00"), Types.DATE)));
    assertEquals(List.of("true"), query(select, p -> p.setObject(1, 1, Types.BOOLEAN)));
    assertEquals(List.of("null"), query(select, p -> p.setObject(1, null, Types.INTEGER)));
    assertState("22003", () -> query(select, p -> p.setObject(1, 300, Types.TINYINT)));
    assertState("22P02", () -> query(select, p -> p.setObject(1, "x", Types.INTEGER)));
    assertState("42846", () -> query(select, p -> p.setObject(1, true, Types.DATE)));
    assertState("42P99", () -> query(select, p -> p.setObject(1, 1, Types.ARRAY)));
  }

  @Test
  void metadataBeforeExecution() throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT i AS id, n * 2 AS twice FROM t WHERE s = ? AND i > ?")) {
      ResultSetMetaData columns = select.getMetaData();
      assertEquals("id", columns.getColumnLabel(1));
      assertEquals("i", columns.getColumnName(1));
      assertEquals("t", columns.getTableName(1));
      assertEquals("public", columns.getSchemaName(1));
      assertEquals(ResultSetMetaData.columnNoNulls, columns.isNullable(1));
      assertEquals("twice", columns.getColumnName(2));
      assertEquals("", columns.getTableName(2));
      assertEquals(Types.NUMERIC, columns.getColumnType(2));
      ParameterMetaData parameters = select.getParameterMetaData();
      assertEquals(2, parameters.getParameterCount());
      assertEquals(Types.VARCHAR, parameters.getParameterType(1));
      assertEquals("java.lang.Integer", parameters.getParameterClassName(2));
      assertEquals("INTEGER", parameters.getParameterTypeName(2));
      assertEquals(ParameterMetaData.parameterModeIn, parameters.getParameterMode(2));
      assertTrue(parameters.isSigned(2));
      assertState("22023", () -> parameters.getParameterType(3));
    }
    assertNull(connection.prepareStatement("DELETE FROM t").getMetaData());
  }

  @Test
  void generatedKeysOfPreparedStatements() throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO t (i) VALUES (?)", new String[] {"i", "s"})) {
      insert.setInt(1, 9);
      assertEquals(1, insert.executeUpdate());
      ResultSet keys = insert.getGeneratedKeys();
      assertTrue(keys.next());
      assertEquals(9, keys.getInt("i"));
      insert.setInt(1, 10);
      assertFalse(insert.execute());
      assertTrue(keys.isClosed());
      assertEquals(1, insert.getUpdateCount());
      assertNull(insert.getMetaData());
    }
  }

  @Test
  void methodsWithATextAreNotAllowed() throws SQLException {
    try (PreparedStatement select = connection.prepareStatement("SELECT 1")) {
      assertState("42809", () -> select.executeQuery("SELECT 2"));
      assertState("42809", () -> select.executeUpdate("DELETE FROM t"));
      assertState("42809", () -> select.addBatch("DELETE FROM t"));
    }
  }

  @Test
  void nothingWorksAfterClose() throws SQLException {
    PreparedStatement select = connection.prepareStatement("SELECT i FROM t WHERE i = ?");
    select.setInt(1, 1);
    select.close();
    select.close();
    assertState("55000", () -> select.setInt(1, 1));
    assertState("55000", select::executeQuery);
    assertState("55000", select::getMetaData);
    assertState("55000", select::clearParameters);
  }

  @Test
  void aStatementThatDoesNotParseIsAnErrorAtOnce() {
    assertState("42601", () -> connection.prepareStatement("SELECT FROM"));
    assertState("42P01", () -> connection.prepareStatement("SELECT 1 FROM missing"));
  }
}
