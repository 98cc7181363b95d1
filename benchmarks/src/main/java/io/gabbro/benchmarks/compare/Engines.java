package io.gabbro.benchmarks.compare;

import java.util.List;

/** Every engine of the comparison, in the order of the report. */
final class Engines {

  private static final List<Engine> ALL =
      List.of(
          new GabbroEngine(),
          new SqliteEngine(),
          new H2Engine(),
          new HsqldbEngine(),
          new DerbyEngine(),
          new DuckDbEngine(),
          new RocksDbEngine("rocksdb", true),
          new RocksDbEngine("rocksdb-default", false));

  private Engines() {}

  static List<Engine> all() {
    return ALL;
  }

  /**
   * The engine with this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Engine of(String name) {
    return ALL.stream()
        .filter(engine -> engine.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no engine is called " + name));
  }
}
