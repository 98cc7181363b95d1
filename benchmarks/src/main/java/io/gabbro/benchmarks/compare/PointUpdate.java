package io.gabbro.benchmarks.compare;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Sets one column of one row by its whole primary key, in auto-commit mode. */
final class PointUpdate implements Operation {

  /** Quantities go from 1 to 50; the new ones do too. */
  private static final int QUANTITIES = 50;

  private final JdbcEngine engine;
  private final PreparedStatement statement;
  private final Samples samples;

  PointUpdate(JdbcEngine engine, Connection connection, Samples samples) throws SQLException {
    this.engine = engine;
    this.statement = connection.prepareStatement(Statements.POINT_UPDATE);
    this.samples = samples;
  }

  /** The quantity that call number {@code call} writes. */
  static long quantity(int call) {
    return call % QUANTITIES + 1L;
  }

  @Override
  public void run(int call, Answer answer) throws SQLException {
    int sample = call % Samples.COUNT;
    engine.bindMoney(statement, 1, quantity(call) * 100);
    statement.setLong(2, samples.orderKeys()[sample]);
    statement.setInt(3, samples.lineNumbers()[sample]);
    answer.addExact(0, statement.executeUpdate());
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }
}
