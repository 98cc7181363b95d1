package io.gabbro.benchmarks.compare;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

/**
 * DuckDB without syncing, loaded through its appender: a batch of inserts takes it a minute and
 * more for 100,000 rows.
 */
final class DuckDbEngine extends JdbcEngine {

  DuckDbEngine() {
    super("duckdb");
  }

  @Override
  String url(Path directory) {
    return "jdbc:duckdb:" + directory.resolve("database.duckdb");
  }

  @Override
  Properties properties() {
    Properties properties = super.properties();
    properties.setProperty("fsync_mode", "NONE");
    return properties;
  }

  /** Its default is to sync. */
  @Override
  String syncedUrl(Path directory) {
    return url(directory);
  }

  @Override
  Loader loader(Connection connection) throws SQLException {
    return new DuckDbLoader(connection);
  }
}
