package io.gabbro.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests with a connection to a database in memory of their own. */
abstract class DatabaseTest {
  /** Work with a database. */
  interface Work {
    void run() throws SQLException;
  }

  Connection connection;
  Statement statement;

  @BeforeEach
  void open() throws SQLException {
    connection = DriverManager.getConnection("jdbc:gabbro:mem:");
    statement = connection.createStatement();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  final void execute(String... sql) throws SQLException {
    for (String text : sql) {
      statement.execute(text);
    }
  }

  /** The rows of a query: values with commas between them, a row a string. */
  final List<String> query(String sql) throws SQLException {
    try (Statement own = connection.createStatement()) {
      return rows(own.executeQuery(sql));
    }
  }

  /** The rest of a result set, which is closed. */
  static List<String> rows(ResultSet result) throws SQLException {
    List<String> rows = new ArrayList<>();
    int columns = result.getMetaData().getColumnCount();
    while (result.next()) {
      List<String> values = new ArrayList<>();
      for (int column = 1; column <= columns; column++) {
        values.add(result.getString(column));
      }
      rows.add(String.join(",", values.stream().map(String::valueOf).toList()));
    }
    result.close();
    return rows;
  }

  static SQLException assertState(String sqlState, Work work) {
    SQLException error = assertThrows(SQLException.class, work::run);
    assertEquals(sqlState, error.getSQLState(), error.getMessage());
    return error;
  }

  /** Fills a new table {@code big} with a column {@code n} of 1 to {@code 2^doublings}. */
  final void createBigTable(int doublings) throws SQLException {
    execute("CREATE TABLE big (n BIGINT PRIMARY KEY)", "INSERT INTO big VALUES (1)");
    for (int doubling = 0; doubling < doublings; doubling++) {
      execute("INSERT INTO big SELECT n + " + (1L << doubling) + " FROM big");
    }
  }
}
