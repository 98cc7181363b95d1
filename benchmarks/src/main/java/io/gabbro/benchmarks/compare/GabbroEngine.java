package io.gabbro.benchmarks.compare;

import java.nio.file.Path;

/** Gabbro with commits that reach the operating system and are not synced. */
final class GabbroEngine extends JdbcEngine {

  GabbroEngine() {
    super("gabbro");
  }

  @Override
  public Role role() {
    return Role.SUBJECT;
  }

  @Override
  String url(Path directory) {
    return "jdbc:gabbro:" + directory + "?durability=os";
  }

  @Override
  String syncedUrl(Path directory) {
    return "jdbc:gabbro:" + directory + "?durability=sync";
  }
}
