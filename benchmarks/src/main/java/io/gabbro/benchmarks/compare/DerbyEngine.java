package io.gabbro.benchmarks.compare;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * Derby without syncing, which it offers only for the whole engine: {@code
 * derby.system.durability=test}. Its default is to sync.
 */
final class DerbyEngine extends JdbcEngine {

  /** What Derby throws when a database has shut down as asked. */
  private static final String SHUT_DOWN = "08006";

  DerbyEngine() {
    super("derby");
  }

  @Override
  public List<String> processFlags(boolean synced) {
    return synced
        ? List.of("-Dderby.stream.error.file=/dev/null")
        : List.of("-Dderby.system.durability=test", "-Dderby.stream.error.file=/dev/null");
  }

  @Override
  String syncedUrl(Path directory) {
    return url(directory);
  }

  @Override
  String url(Path directory) {
    return "jdbc:derby:" + directory.resolve("database") + ";create=true";
  }

  @Override
  String topTen() {
    return "FETCH FIRST 10 ROWS ONLY";
  }

  @Override
  void shutDown(Path directory) throws SQLException {
    try {
      DriverManager.getConnection("jdbc:derby:" + directory.resolve("database") + ";shutdown=true")
          .close();
    } catch (SQLException e) {
      if (!SHUT_DOWN.equals(e.getSQLState())) {
        throw e;
      }
    }
  }
}
