package io.gabbro.benchmarks.compare;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/** An engine behind JDBC. A subclass says where the dialects differ; all else is shared. */
abstract class JdbcEngine implements Engine {

  private final String name;

  JdbcEngine(String name) {
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  /** The URL of the database in {@code directory}. */
  abstract String url(Path directory);

  /** Connection properties; they hold what makes the durability of the engines equal. */
  Properties properties() {
    return new Properties();
  }

  @Override
  public Optional<SyncedConnections> synced() {
    return Optional.of(
        directory -> DriverManager.getConnection(syncedUrl(directory), syncedProperties()));
  }

  /** The URL of a database whose commits wait for the disk. */
  abstract String syncedUrl(Path directory);

  /** Connection properties with which commits wait for the disk. */
  Properties syncedProperties() {
    return new Properties();
  }

  /** The clause for the first ten rows. */
  String topTen() {
    return "LIMIT 10";
  }

  /** Binds an amount given in hundredths. */
  void bindMoney(PreparedStatement statement, int index, long hundredths) throws SQLException {
    statement.setBigDecimal(index, BigDecimal.valueOf(hundredths, 2));
  }

  /** Reads an amount as an application would that cares for its digits. */
  double money(ResultSet row, int index) throws SQLException {
    return row.getBigDecimal(index).doubleValue();
  }

  /** Fills the table; the connection is not in auto-commit mode. */
  Loader loader(Connection connection) throws SQLException {
    return new BatchLoader(this, connection);
  }

  /** Stops the engine after its last connection was closed. */
  void shutDown(Path directory) throws SQLException {}

  Connection connect(Path directory) throws SQLException {
    return DriverManager.getConnection(url(directory), properties());
  }

  @Override
  public Subject open(Path directory) throws SQLException {
    return new JdbcSubject(this, directory);
  }
}
