package io.gabbro.benchmarks.compare;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads four columns of a range of whole orders, about 1,000 rows. */
final class RangeScan implements Operation {

  private final JdbcEngine engine;
  private final PreparedStatement statement;
  private final Samples samples;

  RangeScan(JdbcEngine engine, Connection connection, Samples samples) throws SQLException {
    this.engine = engine;
    this.statement = connection.prepareStatement(Statements.RANGE_SCAN);
    this.samples = samples;
  }

  @Override
  public void run(int call, Answer answer) throws SQLException {
    int sample = call % Samples.COUNT;
    statement.setLong(1, samples.firstOrders()[sample]);
    statement.setLong(2, samples.lastOrders()[sample]);
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        answer.addExact(0, 1);
        answer.addExact(1, rows.getLong(1) + rows.getInt(2));
        answer.addExact(2, engine.money(rows, 3));
        answer.addExact(3, rows.getString(4).length());
      }
    }
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }
}
