package io.gabbro.crash;

import io.gabbro.session.SqlTester;
import java.util.SortedMap;

/** INSERT, UPDATE and DELETE of single rows, each a transaction of its own. */
final class SingleRows implements Work {
  private static final int KEPT = 1500;

  private final String table;
  private final String definition;

  /**
   * Work on a table.
   *
   * @param definition what follows its name in CREATE TABLE: columns {@code id} and {@code v}
   */
  SingleRows(String table, String definition) {
    this.table = table;
    this.definition = definition;
  }

  @Override
  public void prepare(SqlTester sql) {
    sql.run("CREATE TABLE IF NOT EXISTS " + table + " " + definition);
  }

  @Override
  public void run(SqlTester sql, long step) {
    switch (action(step)) {
      case 2 ->
          sql.run("UPDATE " + table + " SET v = ? WHERE id = ?", Work.text(step, 0), other(step));
      case 3 -> sql.run("DELETE FROM " + table + " WHERE id = ?", other(step));
      case 4 -> sql.run("DELETE FROM " + table + " WHERE id < ?", (int) step - KEPT);
      default -> sql.run("INSERT INTO " + table + " VALUES (?, ?)", (int) step, Work.text(step, 0));
    }
  }

  @Override
  public void apply(SortedMap<String, String> state, long step) {
    switch (action(step)) {
      case 2 ->
          state.computeIfPresent(
              TableReader.key(table, other(step)), (key, old) -> Work.text(step, 0));
      case 3 -> state.remove(TableReader.key(table, other(step)));
      case 4 -> state.headMap(TableReader.key(table, Math.max(0, step - KEPT))).clear();
      default -> state.put(TableReader.key(table, step), Work.text(step, 0));
    }
  }

  private static int action(long step) {
    return step % 500 == 499 ? 4 : (int) (step % 4);
  }

  private static int other(long step) {
    return (int) Math.max(0, step - 1 - Work.random(step).nextInt(40));
  }

  @Override
  public void read(SqlTester sql, SortedMap<String, String> state) {
    TableReader.read(sql, table, state);
  }
}
