package io.gabbro.crash;

import java.util.LinkedHashMap;
import java.util.Map;

/** All kinds of work of the crash test, by name. Each of them runs in a thread of its own. */
final class Works {
  private Works() {}

  /** New ones. */
  static Map<String, Work> all() {
    Map<String, Work> works = new LinkedHashMap<>();
    works.put("rows", new SingleRows("single", "(id INTEGER PRIMARY KEY, v TEXT)"));
    works.put("mapped", new SingleRows("mapped", "(id INTEGER PRIMARY KEY, v TEXT) USING raw"));
    works.put("transfers", new Transfers());
    works.put("batches", new Batches());
    works.put("loads", new CsvLoads());
    works.put("schemas", new Schemas());
    works.put("typed", new TypedValues());
    works.put("backups", new Backups());
    return works;
  }
}
