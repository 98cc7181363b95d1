package io.gabbro.crash;

import io.gabbro.session.SqlTester;
import java.util.Random;
import java.util.SortedMap;

/** Money goes from a table to another, and a third one books it, in one transaction. */
final class Transfers implements Work {
  private static final int ACCOUNTS = 20;
  private static final int START = 1000;

  @Override
  public void prepare(SqlTester sql) {
    sql.run("CREATE TABLE IF NOT EXISTS giving (id INTEGER PRIMARY KEY, v INTEGER NOT NULL)");
    sql.run("CREATE TABLE IF NOT EXISTS taking (id INTEGER PRIMARY KEY, v INTEGER NOT NULL)");
    sql.run("CREATE TABLE IF NOT EXISTS booked (id INTEGER PRIMARY KEY, v TEXT)");
  }

  @Override
  public void run(SqlTester sql, long step) {
    Random random = Work.random(step);
    sql.run("BEGIN");
    if (step == 0) {
      for (int id = 0; id < ACCOUNTS; id++) {
        sql.run("INSERT INTO giving VALUES (?, ?)", id, START);
        sql.run("INSERT INTO taking VALUES (?, ?)", id, START);
      }
    } else {
      int amount = 1 + random.nextInt(9);
      sql.run("UPDATE giving SET v = v - ? WHERE id = ?", amount, random.nextInt(ACCOUNTS));
      sql.run("SAVEPOINT before_booking");
      sql.run("DELETE FROM booked");
      sql.run("ROLLBACK TO SAVEPOINT before_booking");
      sql.run("UPDATE taking SET v = v + ? WHERE id = ?", amount, random.nextInt(ACCOUNTS));
      sql.run("INSERT INTO booked VALUES (?, ?)", (int) step, Work.text(step, amount));
    }
    sql.run("COMMIT");
  }

  @Override
  public void apply(SortedMap<String, String> state, long step) {
    if (step == 0) {
      for (int id = 0; id < ACCOUNTS; id++) {
        state.put(TableReader.key("giving", id), "" + START);
        state.put(TableReader.key("taking", id), "" + START);
      }
      return;
    }
    Random random = Work.random(step);
    int amount = 1 + random.nextInt(9);
    add(state, TableReader.key("giving", random.nextInt(ACCOUNTS)), -amount);
    add(state, TableReader.key("taking", random.nextInt(ACCOUNTS)), amount);
    state.put(TableReader.key("booked", step), Work.text(step, amount));
  }

  private static void add(SortedMap<String, String> state, String key, int amount) {
    state.compute(key, (same, old) -> "" + (Integer.parseInt(old) + amount));
  }

  @Override
  public void read(SqlTester sql, SortedMap<String, String> state) {
    TableReader.read(sql, "giving", state);
    TableReader.read(sql, "taking", state);
    TableReader.read(sql, "booked", state);
  }
}
