package io.gabbro.crash;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.session.SqlTester;
import java.util.SortedMap;

/** CREATE, ALTER and DROP TABLE, together with rows, in transactions. */
final class Schemas implements Work {
  private static final String SCHEMA = "schema";

  @Override
  public void prepare(SqlTester sql) {
    // The first step makes the table.
  }

  @Override
  public void run(SqlTester sql, long step) {
    String text = Work.text(step, 0);
    int id = (int) step;
    sql.run("BEGIN");
    switch ((int) (step % 7)) {
      case 0 -> {
        sql.run("CREATE TABLE made (id INTEGER PRIMARY KEY, v TEXT)");
        sql.run("INSERT INTO made VALUES (?, ?)", id, text);
      }
      case 2 -> {
        sql.run("ALTER TABLE made ADD COLUMN w INTEGER DEFAULT " + step);
        sql.run("INSERT INTO made VALUES (?, ?, ?)", id, text, 5);
      }
      case 4 -> sql.run("ALTER TABLE made DROP COLUMN w");
      case 5 -> {
        sql.run("TRUNCATE made");
        sql.run("INSERT INTO made VALUES (?, ?)", id, text);
      }
      case 6 -> sql.run("DROP TABLE made");
      default -> sql.run("INSERT INTO made (id, v) VALUES (?, ?)", id, text);
    }
    sql.run("COMMIT");
  }

  @Override
  public void apply(SortedMap<String, String> state, long step) {
    String key = TableReader.key("made", step);
    String text = Work.text(step, 0);
    switch ((int) (step % 7)) {
      case 0 -> {
        state.put(SCHEMA, "v");
        state.put(key, text);
      }
      case 2 -> {
        appendToRows(state, "|" + step);
        state.put(SCHEMA, "v, w");
        state.put(key, text + "|5");
      }
      case 3 -> state.put(key, text + "|" + (step - 1));
      case 4 -> {
        state.replaceAll((row, value) -> value.replaceFirst("\\|.*", ""));
        state.put(SCHEMA, "v");
      }
      case 5 -> {
        state.clear();
        state.put(SCHEMA, "v");
        state.put(key, text);
      }
      case 6 -> state.clear();
      default -> state.put(key, text);
    }
  }

  private static void appendToRows(SortedMap<String, String> state, String suffix) {
    state.replaceAll((row, value) -> row.equals(SCHEMA) ? value : value + suffix);
  }

  @Override
  public void read(SqlTester sql, SortedMap<String, String> state) {
    try {
      String statement = sql.run("SHOW CREATE TABLE made").get(0);
      state.put(SCHEMA, statement.contains("w integer") ? "v, w" : "v");
      TableReader.read(sql, "made", state);
    } catch (GabbroException e) {
      if (e.code() != ErrorCode.UNDEFINED_TABLE) {
        throw e;
      }
    }
  }
}
