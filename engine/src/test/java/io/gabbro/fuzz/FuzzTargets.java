package io.gabbro.fuzz;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The targets by name. */
final class FuzzTargets {
  /** Makes the targets. */
  static final Map<String, Supplier<FuzzTarget>> ALL =
      new TreeMap<>(
          Map.of(
              "parser", ParserTarget::new,
              "statement", StatementTarget::new,
              "key", KeyTarget::new,
              "row", RowTarget::new,
              "fory", () -> new StoredTarget(StoredTarget.Kind.FORY),
              "foryrow", () -> new StoredTarget(StoredTarget.Kind.FORY_ROW),
              "flatbuffers", () -> new StoredTarget(StoredTarget.Kind.FLATBUFFERS),
              "catalog", CatalogTarget::new,
              "csv", CsvTarget::new));

  private FuzzTargets() {}

  /** The target of that name. */
  static FuzzTarget named(String name) {
    Supplier<FuzzTarget> target = ALL.get(name);
    if (target == null) {
      throw new IllegalArgumentException("no target " + name + " but " + ALL.keySet());
    }
    return target.get();
  }
}
