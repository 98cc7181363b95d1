package io.gabbro.benchmarks.compare;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads one row by its whole primary key, and all 16 columns of it. */
final class PointRead implements Operation {

  private final JdbcEngine engine;
  private final PreparedStatement statement;
  private final Samples samples;

  PointRead(JdbcEngine engine, Connection connection, Samples samples) throws SQLException {
    this.engine = engine;
    this.statement = connection.prepareStatement(Statements.POINT_READ);
    this.samples = samples;
  }

  @Override
  @SuppressWarnings("JavaUtilDate") // the one date class that every driver gives
  public void run(int call, Answer answer) throws SQLException {
    int sample = call % Samples.COUNT;
    statement.setLong(1, samples.orderKeys()[sample]);
    statement.setInt(2, samples.lineNumbers()[sample]);
    try (ResultSet row = statement.executeQuery()) {
      if (!row.next()) {
        throw new SQLException("no row for sample " + sample);
      }
      answer.addExact(0, row.getLong(1) + row.getLong(2) + row.getLong(3) + row.getInt(4));
      answer.addExact(1, engine.money(row, 5) + engine.money(row, 6));
      answer.addExact(2, engine.money(row, 7) + engine.money(row, 8));
      answer.addExact(3, row.getString(9).charAt(0) + row.getString(10).charAt(0));
      answer.addExact(4, row.getDate(11).getTime());
      answer.addExact(5, row.getDate(12).getTime() + row.getDate(13).getTime());
      answer.addExact(6, row.getString(14).length() + row.getString(15).length());
      answer.addExact(7, row.getString(16).length());
    }
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }
}
