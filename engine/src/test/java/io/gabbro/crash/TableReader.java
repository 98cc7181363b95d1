package io.gabbro.crash;

import io.gabbro.session.SqlTester;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads tables whose first column is an integer primary key, in several ways that must agree. */
final class TableReader {
  private static final int POINT_READS = 25;

  private TableReader() {}

  /** Adds the rows of a table to a map: {@code table/key} to the other columns. */
  static void read(SqlTester sql, String table, SortedMap<String, String> state) {
    TreeMap<Long, String> rows = new TreeMap<>();
    for (String line : sql.run("SELECT * FROM " + table + " ORDER BY id")) {
      int bar = line.indexOf('|');
      rows.put(Long.parseLong(line.substring(0, bar)), line.substring(bar + 1));
    }
    expect(table, List.of("" + rows.size()), sql.run("SELECT count(*) FROM " + table));
    int distance = Math.max(1, rows.size() / POINT_READS);
    int index = 0;
    for (var row : rows.entrySet()) {
      if (index++ % distance == 0) {
        String point = "SELECT * FROM " + table + " WHERE id = " + row.getKey();
        expect(table, List.of(row.getKey() + "|" + row.getValue()), sql.run(point));
      }
      state.put(key(table, row.getKey()), row.getValue());
    }
  }

  /** The key of a row in the map. */
  static String key(String table, long id) {
    return table + "/" + String.format("%09d", id);
  }

  private static void expect(String table, List<String> expected, List<String> found) {
    if (!expected.equals(found)) {
      throw new AssertionError(table + ": a scan gives " + expected + ", another read " + found);
    }
  }
}
