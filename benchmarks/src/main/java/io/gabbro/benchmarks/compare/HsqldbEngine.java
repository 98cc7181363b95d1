package io.gabbro.benchmarks.compare;

import java.nio.file.Path;

/**
 * HSQLDB with tables on disk (its default is in memory) and its default log, which is synced twice
 * a second.
 */
final class HsqldbEngine extends JdbcEngine {

  HsqldbEngine() {
    super("hsqldb");
  }

  @Override
  String url(Path directory) {
    return "jdbc:hsqldb:file:"
        + directory.resolve("database")
        + ";hsqldb.default_table_type=cached;hsqldb.write_delay_millis=500;shutdown=true";
  }

  @Override
  String syncedUrl(Path directory) {
    return "jdbc:hsqldb:file:"
        + directory.resolve("database")
        + ";hsqldb.default_table_type=cached;hsqldb.write_delay=false;shutdown=true";
  }
}
