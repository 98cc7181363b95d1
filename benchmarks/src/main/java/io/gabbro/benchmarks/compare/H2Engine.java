package io.gabbro.benchmarks.compare;

import java.nio.file.Path;

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
}
