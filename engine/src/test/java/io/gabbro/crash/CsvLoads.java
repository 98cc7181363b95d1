package io.gabbro.crash;

import io.gabbro.session.SqlTester;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;

/** COPY FROM a file, and TRUNCATE now and then. */
final class CsvLoads implements Work {
  private static final int ROWS = 100;

  @Override
  public void prepare(SqlTester sql) {
    sql.run("CREATE TABLE IF NOT EXISTS loads (id INTEGER PRIMARY KEY, v TEXT)");
  }

  @Override
  public void run(SqlTester sql, long step) throws IOException {
    if (truncates(step)) {
      sql.run("TRUNCATE loads");
      return;
    }
    StringBuilder lines = new StringBuilder();
    for (int row = 0; row < ROWS; row++) {
      lines.append(step * ROWS + row).append(',').append(Work.text(step, row)).append('\n');
    }
    Path file = Files.createTempFile("crash", ".csv");
    try {
      Files.writeString(file, lines);
      sql.run("COPY loads FROM '" + file + "' WITH (FORMAT csv)");
    } finally {
      Files.delete(file);
    }
  }

  private static boolean truncates(long step) {
    return step % 13 == 12;
  }

  @Override
  public void apply(SortedMap<String, String> state, long step) {
    if (truncates(step)) {
      state.clear();
      return;
    }
    for (int row = 0; row < ROWS; row++) {
      state.put(TableReader.key("loads", step * ROWS + row), Work.text(step, row));
    }
  }

  @Override
  public void read(SqlTester sql, SortedMap<String, String> state) {
    TableReader.read(sql, "loads", state);
  }
}
