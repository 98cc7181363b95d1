package io.gabbro.examples;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Plain JDBC. */
final class JdbcExample {
  private JdbcExample() {}

  static String run(String url) throws SQLException {
    StringBuilder output = new StringBuilder();
    // example
    try (Connection connection = DriverManager.getConnection(url)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("CREATE TABLE towns (id INTEGER PRIMARY KEY, name TEXT, people INTEGER)");
      }
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO towns VALUES (?, ?, ?)")) {
        for (int id = 1; id <= 1000; id++) {
          insert.setInt(1, id);
          insert.setString(2, "town " + id);
          insert.setInt(3, id * 100);
          insert.addBatch();
        }
        insert.executeBatch(); // one atomic write
      }
      try (PreparedStatement query =
          connection.prepareStatement("SELECT name, people FROM towns WHERE id = ?")) {
        query.setInt(1, 42);
        try (ResultSet rows = query.executeQuery()) {
          while (rows.next()) {
            output.append(rows.getString("name")).append(": ").append(rows.getInt("people"));
          }
        }
      }
    }
    // end
    return output.toString();
  }
}
