package io.gabbro.examples;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A HikariCP pool. */
final class HikariExample {
  private HikariExample() {}

  static long run(String url) throws SQLException {
    long count = 0;
    // example
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(8);
    try (HikariDataSource pool = new HikariDataSource(config);
        Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM towns")) {
      rows.next();
      count = rows.getLong(1);
    }
    // end
    return count;
  }
}
