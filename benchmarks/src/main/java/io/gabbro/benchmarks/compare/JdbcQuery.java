package io.gabbro.benchmarks.compare;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A prepared query with fixed parameters. */
final class JdbcQuery implements Operation {

  private final PreparedStatement statement;
  private final Reading reading;

  JdbcQuery(Connection connection, String sql, Reading reading) throws SQLException {
    this.statement = connection.prepareStatement(sql);
    this.reading = reading;
  }

  /** Reads a result to its end. */
  @FunctionalInterface
  interface Reading {
    void read(ResultSet rows, Answer answer) throws SQLException;
  }

  /** Binds dates, given as {@code yyyy-mm-dd}, to the parameters. */
  JdbcQuery with(String... dates) throws SQLException {
    for (int i = 0; i < dates.length; i++) {
      statement.setDate(i + 1, Date.valueOf(dates[i]));
    }
    return this;
  }

  @Override
  public void run(int call, Answer answer) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      reading.read(rows, answer);
    }
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }
}
