package io.gabbro.benchmarks.compare;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;

/**
 * SQLite with a write-ahead log that is not synced at commit; where commits are to wait for the
 * disk, with {@code synchronous=FULL}.
 *
 * <p>It has no decimal type: amounts become binary floating point (or integers, when they are
 * whole), and are bound and read as such, which is the fastest way it has.
 */
final class SqliteEngine extends JdbcEngine {

  SqliteEngine() {
    super("sqlite");
  }

  @Override
  String url(Path directory) {
    return "jdbc:sqlite:" + directory.resolve("database.sqlite");
  }

  @Override
  Properties properties() {
    Properties properties = super.properties();
    properties.setProperty("journal_mode", "WAL");
    properties.setProperty("synchronous", "NORMAL");
    return properties;
  }

  @Override
  String syncedUrl(Path directory) {
    return url(directory);
  }

  /** It lets one connection write at a time; the others try again, here up to a minute. */
  @Override
  Properties syncedProperties() {
    Properties properties = super.syncedProperties();
    properties.setProperty("journal_mode", "WAL");
    properties.setProperty("synchronous", "FULL");
    properties.setProperty("busy_timeout", "60000");
    return properties;
  }

  @Override
  void bindMoney(PreparedStatement statement, int index, long hundredths) throws SQLException {
    statement.setDouble(index, hundredths / 100.0);
  }

  @Override
  double money(ResultSet row, int index) throws SQLException {
    return row.getDouble(index);
  }
}
