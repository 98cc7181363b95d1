package io.gabbro.benchmarks.compare;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * H2 with its default durability: a background thread writes and does not sync at each commit.
 *
 * <p>It keeps the last result of each query and gives it again while nothing has changed. That is
 * turned off: a repeated query is to be executed each time.
 */
final class H2Engine extends JdbcEngine {

  H2Engine() {
    super("h2");
  }

  @Override
  String url(Path directory) {
    return "jdbc:h2:file:"
        + directory.toAbsolutePath().resolve("database")
        + ";OPTIMIZE_REUSE_RESULTS=0";
  }

  @Override
  String syncedUrl(Path directory) {
    return url(directory) + ";WRITE_DELAY=0";
  }

  /** It does not sync at a commit, only when it is told to. */
  @Override
  public Optional<SyncedConnections> synced() {
    return Optional.of(
        new SyncedConnections() {
          @Override
          public Connection connect(Path directory) throws SQLException {
            return DriverManager.getConnection(syncedUrl(directory));
          }

          @Override
          public List<String> afterCommit() {
            return List.of("CHECKPOINT SYNC");
          }
        });
  }
}
